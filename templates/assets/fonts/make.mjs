// Remakes every font file of this folder from the npm packages in package.json: see make.sh.
// TTF: copied unchanged, for the booklet and for measuring. WOFF2: one subset per face, for the web.
import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { face } from './sfnt.mjs';

const PACKAGES = 'node_modules/@expo-google-fonts/';
const COPIES = {
  'EBGaramond-Bold.ttf': 'eb-garamond/700Bold/EBGaramond_700Bold.ttf',
  'Tinos-Regular.ttf': 'tinos/400Regular/Tinos_400Regular.ttf',
  'Tinos-Bold.ttf': 'tinos/700Bold/Tinos_700Bold.ttf',
  'Tinos-Italic.ttf': 'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'Tinos-BoldItalic.ttf': 'tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  'BeVietnamPro-Regular.ttf': 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'BeVietnamPro-SemiBold.ttf': 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  'OFL-EBGaramond.txt': 'eb-garamond/LICENSE_FONT',
  'OFL-Tinos.txt': 'tinos/LICENSE_FONT',
  'OFL-BeVietnamPro.txt': 'be-vietnam-pro/LICENSE_FONT',
};
const SUBSETS = {
  'eb-garamond-700.woff2': 'EBGaramond-Bold.ttf',
  'be-vietnam-pro-400.woff2': 'BeVietnamPro-Regular.ttf',
  'be-vietnam-pro-600.woff2': 'BeVietnamPro-SemiBold.ttf',
};
// What a page in Vietnamese or English may hold. Composed letters only: every text is NFC.
const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => String.fromCodePoint(a + i)).join('');
const CHARACTERS = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ĂăĐđĨĩŨũƠơƯư' + range(0x1ea0, 0x1ef9)
  + '₫–—‘’‚“”„•…‹›′″−≤≥≈←↑→↓№\u2009\u202f';
const FEATURES = ['kern', 'liga', 'locl', 'ccmp', 'tnum', 'lnum'];
// A fallback stands in until the web font has come, without the lines moving.
const FALLBACKS = [
  ['EB Garamond Fallback', 'EBGaramond-Bold.ttf', 'tinos/700Bold/Tinos_700Bold.ttf', 700,
    ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'LiberationSerif-Bold', 'Tinos Bold']],
  ['EB Garamond Fallback Android', 'EBGaramond-Bold.ttf', 'noto-serif/700Bold/NotoSerif_700Bold.ttf', 700,
    ['Noto Serif Bold', 'NotoSerif-Bold']],
  ['Be Vietnam Pro Fallback', 'BeVietnamPro-Regular.ttf', 'arimo/400Regular/Arimo_400Regular.ttf', 400,
    ['Arial', 'ArialMT', 'Liberation Sans', 'LiberationSans', 'Arimo']],
  ['Be Vietnam Pro Fallback', 'BeVietnamPro-SemiBold.ttf', 'arimo/700Bold/Arimo_700Bold.ttf', 600,
    ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'LiberationSans-Bold', 'Arimo Bold']],
  ['Be Vietnam Pro Fallback Android', 'BeVietnamPro-Regular.ttf', 'roboto/400Regular/Roboto_400Regular.ttf', 400,
    ['Roboto', 'Roboto-Regular']],
];
const SPECIMEN = 'Đoàn kết, sáng tạo, quyết tâm thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ chính trị được thành phố giao '
  + 'cho từng cơ quan, đơn vị, địa phương năm 2018 trước thời gian quy định ngày 30 tháng 11 năm 2018; thu 11.076 tỷ đồng, đạt 84,5%.';

const percent = x => (100 * x).toFixed(2) + '%';
const report = [];
const say = line => { report.push(line); console.log(line); };

for (const [to, from] of Object.entries(COPIES)) await copyFile(PACKAGES + from, to);

say('### Missing from a face, drawn by the fallback');
for (const [to, from] of Object.entries(SUBSETS)) {
  const original = await readFile(from);
  const f = face(original);
  const missing = [...CHARACTERS].filter(c => !f.glyph(c)).map(c => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')).join(' ');
  await writeFile(to, await subsetFont(original, CHARACTERS, { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true }));
  say(`- \`${to}\`: ${missing || 'nothing'}`);
}
say('\n### Fallback faces\n```css');
for (const [family, wanted, local, weight, names] of FALLBACKS) {
  const w = face(await readFile(wanted)), l = face(await readFile(PACKAGES + local));
  const adjust = w.width(SPECIMEN) / l.width(SPECIMEN);
  say(`@font-face { font-family: "${family}"; font-weight: ${weight};\n  src: ${names.map(n => `local("${n}")`).join(', ')};\n`
    + `  size-adjust: ${percent(adjust)}; ascent-override: ${percent(w.ascent / adjust)}; descent-override: ${percent(w.descent / adjust)}; line-gap-override: ${percent(w.lineGap / adjust)}; }`);
}
say('```');
for (const f of [...new Set(Object.values(SUBSETS))]) {
  const m = face(await readFile(f));
  say(`- \`${f}\`: ascent ${m.ascent.toFixed(3)} em, descent ${m.descent.toFixed(3)} em, cap height ${m.capHeight.toFixed(3)} em, x-height ${m.xHeight.toFixed(3)} em`);
}
let sums = '';
for (const f of [...Object.keys(COPIES), ...Object.keys(SUBSETS)].sort()) {
  sums += `${createHash('sha256').update(await readFile(f)).digest('hex')}  ${f}\n`;
}
await writeFile('SHA256SUMS', sums);
const readme = await readFile('README.md', 'utf8');
const mark = '<!-- measured by make.sh -->';
await writeFile('README.md', readme.slice(0, readme.indexOf(mark)) + mark + '\n' + report.join('\n') + '\n');
