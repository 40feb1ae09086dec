export const ingresso = {};
