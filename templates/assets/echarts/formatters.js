// The texts along an axis by name, and in each language but Vietnamese by that name and the language. All others are final words,
// carried by the datum itself.

// 61.000 and 1,55, or 61,000 and 1.55, with the digits asked for. Without Intl, so that the build and every browser agree.
function number(value, digits, thousands, comma) {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(whole + (fraction || '')) !== 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction ? comma + fraction : '');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// A day counted from 1970-01-01, by its month or its year: 10/2018 or Oct 2018, and 2018.
const part = (day, from, to) => new Date(day * 864e5).toISOString().slice(from, to);
const year = day => part(day, 0, 4);

export const FORMATTERS = {
  month: day => part(day, 5, 7) + '/' + year(day),
  'month.en': day => MONTHS[part(day, 5, 7) - 1] + ' ' + year(day),
  year,
  'year.en': year,
};
for (let digits = 0; digits <= 6; digits++) {
  FORMATTERS['number' + digits] = value => number(value, digits, '.', ',');
  FORMATTERS['number' + digits + '.en'] = value => number(value, digits, ',', '.');
}
