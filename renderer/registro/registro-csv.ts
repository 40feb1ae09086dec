import { useState } from 'react';
import type { Input } from '../../electron/contract/index.ts';
import { call, useCommand } from '../api/index.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { toCsv } from '../pannello/csv.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { doveDi, notaDi, racconta, type Voce } from './voce-testo.ts';

const t = testi.registro;
const PER_VOLTA = 1000;

/** Every line a filter finds, whatever their number. */
async function leggiTutte(filtro: Input<'registro.list'>): Promise<Voce[]> {
  const tutte: Voce[] = [];
  for (;;) {
    const prima = tutte.at(-1)?.seq;
    const { voci, altre } = await call('registro.list', {
      ...filtro,
      limite: PER_VOLTA,
      ...(prima === undefined ? {} : { prima }),
    });
    tutte.push(...voci);
    if (!altre) return tutte;
  }
}

/** The lines as the office's spreadsheets open them. */
export function registroCsv(voci: readonly Voce[]): Uint8Array {
  return toCsv(
    [t.numero, t.quando, t.chi, testi.persone.ruolo, t.che, t.ospite, t.dove, t.nota],
    voci.map((voce) => [
      String(voce.seq),
      new Date(voce.atMs).toISOString(),
      voce.utente,
      voce.ruolo === null ? '' : testi.shell.ruoli[voce.ruolo],
      racconta(voce),
      voce.ospite === null ? '' : (voce.ospite.nome ?? voce.ospite.codice),
      doveDi(voce),
      notaDi(voce),
    ]),
  );
}

/** Saves the lines of a filter: the log says so first. */
export function useRegistroCsv(filtro: Input<'registro.list'>): { inCorso: boolean; salva: () => void } {
  const [inCorso, setInCorso] = useState(false);
  const { mutateAsync } = useCommand('stampe.register');
  const salva = async () => {
    setInCorso(true);
    try {
      await mutateAsync({ cosa: 'registro', come: 'csv' });
      consegnaFile(t.csvPronto, registroCsv(await leggiTutte(filtro)), t.csvFatto, 'text/csv;charset=utf-8');
    } catch (errore) {
      avvisaErrore(errore);
    } finally {
      setInCorso(false);
    }
  };
  return { inCorso, salva: () => void salva() };
}
