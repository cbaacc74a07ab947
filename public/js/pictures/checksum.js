/* SHA-256 (FIPS 180-4) of a text in UTF-8, in hexadecimal: crypto.subtle is missing where the site
   is not served by https, and anyone can repeat the sum with `sha256sum`. */
function sha256(text) {
  var bytes = Array.prototype.slice.call(new TextEncoder().encode(text));
  var bits = bytes.length * 8;
  var primes = [];
  for (var candidate = 2; primes.length < 64; candidate++) {
    if (primes.every(function (prime) { return candidate % prime; })) primes.push(candidate);
  }
  /* The first 32 bits of the fractional part. */
  function fraction(number) {
    return ((number - Math.floor(number)) * 4294967296) | 0;
  }
  var constants = primes.map(function (prime) { return fraction(Math.cbrt(prime)); });
  var hash = primes.slice(0, 8).map(function (prime) { return fraction(Math.sqrt(prime)); });
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (var shift = 56; shift >= 0; shift -= 8) bytes.push(shift >= 32 ? 0 : (bits >>> shift) & 255);
  function turn(word, by) {
    return (word >>> by) | (word << (32 - by));
  }
  for (var start = 0; start < bytes.length; start += 64) {
    var w = [];
    var v = hash.slice();
    for (var i = 0; i < 64; i++) {
      if (i < 16) {
        var at = start + i * 4;
        w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      } else {
        var a = w[i - 15];
        var b = w[i - 2];
        w[i] = (w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
      }
      var one = v[7] + (turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + constants[i] + w[i];
      var two = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      v = [(one + two) | 0, v[0], v[1], v[2], (v[3] + one) | 0, v[4], v[5], v[6]];
    }
    for (var k = 0; k < 8; k++) hash[k] = (hash[k] + v[k]) | 0;
  }
  return hash.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
}
