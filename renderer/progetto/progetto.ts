import type { Output } from '../../electron/contract/index.ts';

export type Progetto = Output<'progetti.list'>['progetti'][number];
export type Obiettivo = Progetto['obiettivi'][number];
export type Azione = Obiettivo['azioni'][number];
export type Verifica = Progetto['verifiche'][number];
