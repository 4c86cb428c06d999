import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const mostColours = 256;

function* chunks(png) {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** The value that PNG's fourth filter guesses from left, above and left above (https://www.w3.org/TR/png-3/#9Filter-type-4-Paeth). */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The pixels of a picture of Chromium: eight bits a channel, with or without transparency, not interlaced. */
function decode(png) {
  const parts = [...chunks(png)];
  const header = parts.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('Not a picture of this kind.');
  const raw = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? pixels[at - channels] : 0;
      const above = y > 0 ? pixels[at - stride] : 0;
      const corner = x >= channels && y > 0 ? pixels[at - stride - channels] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      pixels[at] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return { width, height, channels, pixels };
}

/**
 * Up to 256 colours, and for every other the nearest of them: first the most used of each corner of the colour space, so that a
 * single word in amber keeps its colour, then the most used of the rest.
 */
function reduce({ channels, pixels }) {
  const uses = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    uses.set(colour, (uses.get(colour) ?? 0) + 1);
  }
  const byUse = [...uses].toSorted((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const corners = new Map();
  for (const colour of byUse) {
    const corner = colour & 0xe0e0e0;
    if (!corners.has(corner)) corners.set(corner, colour);
  }
  const palette = [...new Set([...[...corners.values()].slice(0, mostColours / 2), ...byUse])].slice(0, mostColours);
  const places = new Map(palette.map((colour, index) => [colour, index]));
  const distance = (one, other) =>
    ((one >> 16) - (other >> 16)) ** 2 +
    (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
    ((one & 255) - (other & 255)) ** 2;
  const placeOf = (colour) => {
    let place = places.get(colour);
    if (place === undefined) {
      place = 0;
      for (let index = 1; index < palette.length; index++)
        if (distance(palette[index], colour) < distance(palette[place], colour)) place = index;
      places.set(colour, place);
    }
    return place;
  };
  return { palette, placeOf };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The same picture with at most 256 colours: a page has few, and the shades of its letters are not missed. */
export function smallPng(png) {
  const picture = decode(png);
  const { width, height, channels, pixels } = picture;
  const { palette, placeOf } = reduce(picture);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      rows[y * (width + 1) + 1 + x] = placeOf((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
