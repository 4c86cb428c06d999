/** One plain address: no name beside it, no list, nothing that ends a line of a header. */
const shape =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Can mail be sent to this address? */
export function isMailAddress(value: string): boolean {
  return value.length <= 254 && shape.test(value) && !/\.\.|^\.|\.@/.test(value);
}
