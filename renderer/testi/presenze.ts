export const presenze = {};
