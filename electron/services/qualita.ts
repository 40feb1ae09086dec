import { listNomi } from '../../db/reads/scadenza.ts';
import { listFattiScritti, listLettereScritte } from '../../db/reads/tardivo.ts';
import { percheDi } from '../../domain/controllo-mese.ts';
import { periodoDelMese } from '../../domain/giorno.ts';
import { compitiDi } from '../../domain/qualita.ts';
import { contaTardivi } from '../../domain/tardivo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { controlloDi } from './controllo.ts';
import { lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

/** What is to be put right in a month, as who asks may know it. @throws ErroreApprodo `struttura.sconosciuta` */
export function listQualita(
  ctx: Contesto,
  { struttura: codice, mese }: Parsed<'qualita.list'>,
): Output<'qualita.list'> {
  const { store } = ctx;
  const struttura = getStruttura(store, codice);
  const oggi = ctx.oggi();
  const voci = controlloDi(store, struttura, mese, { lettore: lettoreDi(ctx), oggi, finoA: oggi });
  const compiti = compitiDi(voci, percheDi);
  const nomi = listNomi(store, [...new Set(compiti.flatMap((uno) => uno.ospiteId ?? []))]);
  return {
    compiti: compiti.map((uno) => {
      const chi = uno.ospiteId === null ? undefined : nomi.get(uno.ospiteId);
      return { ...uno, cognome: chi?.cognome ?? null, nome: chi?.nome ?? null };
    }),
  };
}

/** What of a month was written by hand, and how much of it late. @throws ErroreApprodo `struttura.sconosciuta` */
export function listTardivi(
  { store }: Contesto,
  { struttura: codice, mese }: Parsed<'qualita.listTardivi'>,
): Output<'qualita.listTardivi'> {
  const struttura = getStruttura(store, codice);
  return contaTardivi([
    ...listFattiScritti(store, struttura.id, periodoDelMese(mese)),
    ...listLettereScritte(store, struttura.codice, mese),
  ]);
}
