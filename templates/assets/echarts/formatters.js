// The texts of a chart by name. All but the axis numbers are final words carried by the datum itself.

// 61.000 and 1,55, with the digits asked for. Without Intl, so that goja and every browser agree.
function number(value, digits) {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 && Number(whole + (fraction || '')) !== 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (fraction ? ',' + fraction : '');
}

export const FORMATTERS = {
  words: params => (params.data && params.data.words) || '',
  long: params => (params.data && params.data.long) || '',
  name: params => params.name,
};
for (let digits = 0; digits <= 6; digits++) FORMATTERS['number' + digits] = value => number(value, digits);
