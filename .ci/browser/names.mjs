// Ways in which people write a name, each of which must find it.
export const unaccented = name => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const spellings = name => ({
  'as it stands': name,
  unaccented: unaccented(name).toLowerCase(),
  'in capitals': name.toUpperCase(),
  'in capitals, unaccented': unaccented(name).toUpperCase(),
  decomposed: name.normalize('NFD'),
  'the other way round': unaccented(name).toLowerCase().split(/\s+/).reverse().join(' '),
  'given name and family name': unaccented(name).split(/\s+/).filter((_, i, all) => i === 0 || i === all.length - 1).reverse().join(' '),
});

// hard picks the names in which a search goes wrong first: Đ, ư, ơ, a single syllable, many syllables, capitals, foreign letters.
export function hard(names) {
  const tests = [/Đ/, /đ/, /[ưƯ].*[ơƠ]/, /[ăĂ]/, /[êÊ]/, /^\S+$/, /^\S+ \S+$/, /(\S+ ){4}/, /['’-]/, /[yỳýỷỹỵ]\b/i, /\d/];
  const picked = tests.flatMap(t => names.filter(n => t.test(n)).slice(0, 1));
  return [...new Set([...picked, ...names.slice(0, 3), ...names.slice(-3)])];
}
