// The texts along an axis by name. All others are final words, carried by the datum itself.

// 61.000 and 1,55, with the digits asked for. Without Intl, so that goja and every browser agree.
function number(value, digits) {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(whole + (fraction || '')) !== 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (fraction ? ',' + fraction : '');
}

// A day counted from 1970-01-01, by its month or its year: 10/2018, 2018.
const part = (day, from, to) => new Date(day * 864e5).toISOString().slice(from, to);

export const FORMATTERS = {
  month: day => part(day, 5, 7) + '/' + part(day, 0, 4),
  year: day => part(day, 0, 4),
};
for (let digits = 0; digits <= 6; digits++) FORMATTERS['number' + digits] = value => number(value, digits);
