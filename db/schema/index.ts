export * from './evento.ts';
export * from './ingresso.ts';
export * from './installazione.ts';
export * from './mese.ts';
export * from './ospite.ts';
export * from './presenza.ts';
export * from './registro.ts';
export * from './struttura.ts';
