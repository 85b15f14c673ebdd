// The few tables of a TrueType file that tell how wide and how tall its text is, in em.
export function face(file) {
  const at = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = {};
  for (let i = 0; i < at.getUint16(4); i++) {
    const p = 12 + 16 * i;
    tables[file.toString('latin1', p, p + 4)] = at.getUint32(p + 8);
  }
  const em = at.getUint16(tables.head + 18), hhea = tables.hhea, os2 = tables['OS/2'];
  const glyph = characterMap(at, tables.cmap);
  const metrics = at.getUint16(hhea + 34);
  const advance = c => at.getUint16(tables.hmtx + 4 * Math.min(glyph(c), metrics - 1)) / em;
  return {
    glyph,
    width: text => [...text].reduce((sum, c) => sum + advance(c), 0),
    ascent: at.getInt16(hhea + 4) / em,
    descent: -at.getInt16(hhea + 6) / em,
    lineGap: at.getInt16(hhea + 8) / em,
    xHeight: at.getInt16(os2 + 86) / em,
    capHeight: at.getInt16(os2 + 88) / em,
  };
}

// Format 4 alone: every font here has it, and every character asked for lies in the first plane.
function characterMap(at, cmap) {
  for (let i = 0; i < at.getUint16(cmap + 2); i++) {
    const t = cmap + at.getUint32(cmap + 4 + 8 * i + 4);
    if (at.getUint16(t) !== 4) continue;
    const twice = at.getUint16(t + 6);
    return c => {
      const code = c.codePointAt(0);
      for (let k = 0; k < twice; k += 2) {
        if (at.getUint16(t + 14 + k) < code) continue;
        const start = at.getUint16(t + 16 + twice + k);
        if (start > code) return 0;
        const delta = at.getUint16(t + 16 + 2 * twice + k), o = t + 16 + 3 * twice + k, offset = at.getUint16(o);
        if (offset === 0) return (code + delta) & 0xffff;
        const g = at.getUint16(o + offset + 2 * (code - start));
        return g === 0 ? 0 : (g + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('no cmap of format 4');
}
