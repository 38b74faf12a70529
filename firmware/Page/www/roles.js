// What a phone may be, by the numbers of the protocol.

export const GUARDIAN = 1;
export const HELPER = 2;
export const VIEWER = 3;
