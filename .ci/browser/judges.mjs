// The machines that judge a page for those who see, hear or point otherwise: axe-core and IBM's checker.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const read = name => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
export const AXE = read('axe-core/axe.min.js');
const IBM = read('accessibility-checker-engine/ace.js');
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What IBM's checker asks people to look at, and what they found. A question that is not here is a finding.
const LOOKED_AT = {
  a_target_warning: 'the one link of a frame leads out of it, and says so by its title',
  aria_keyboard_handler_exists: 'search.test.mjs works the field by keys alone',
  blockquote_cite_exists: 'the theme of the campaign is quoted under its name, and has no other source',
  download_keyboard_controllable: 'links to files are links',
  element_tabbable_unobscured: 'nothing is fixed above a page; what lies above the fold is reached by scrolling',
  element_tabbable_visible: 'the link to the content comes into sight with the focus (reading.test.mjs)',
  form_submit_button_exists: 'the filter acts on each choice; without scripts it is not shown',
  input_fields_grouped: 'the fields of the filter are the whole form',
  input_label_visible: 'the field’s label is read aloud; beside it a button says what it is',
  list_structure_proper: 'a dl may hold its pairs in div',
  select_options_grouped: 'units stand in the order of the campaign’s list',
  style_color_misuse: 'verdicts are words; what a chart’s colours tell stands beside it in words',
  style_focus_visible: 'reading.test.mjs looks for the ring at each stop',
  style_highcontrast_visible: 'conditions.test.mjs has the pictures of forced colours',
  style_viewport_resizable: 'clamp() adds to rem; conditions.test.mjs reads each kind of page at 400 %',
  text_quoted_correctly: 'the code to copy stands in a text field, with the quotation marks of HTML',
  text_sensory_misuse: 'the campaign’s own sentences, in which no instruction hangs on a place',
  text_block_heading: 'dates, titles on the book’s cover and leads are not headings',
};

// arm brings the judges to a page.
export async function arm(page) {
  await page.evaluate(AXE);
  await page.evaluate(IBM);
}

// judged lists what the judges find on a page as it now is: both, or axe-core alone, which is quick and sees colours and sizes.
export async function judged(page, both = true) {
  return page.evaluate(async ({ tags, lookedAt, both }) => {
    const found = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    const report = both ? await new window.ace.Checker().check(document, ['WCAG_2_2']) : { results: [] };
    const axe = found.violations.map(v => `axe ${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' | ' + n.failureSummary.split('\n').slice(1, 3).join(' ').trim()).join('; ')}`);
    const ibm = report.results.filter(r => r.value[1] === 'FAIL' || r.value[1] !== 'PASS' && !lookedAt.includes(r.ruleId))
      .map(r => `IBM ${r.ruleId} (${r.value.join(' ')}): ${r.message} ${r.path.dom} ${r.snippet.slice(0, 120)}`);
    return [...axe, ...ibm.slice(0, 10)];
  }, { tags: TAGS, lookedAt: Object.keys(LOOKED_AT), both });
}
