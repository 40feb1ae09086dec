import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { addMesi, type Mese } from '../../domain/giorno.ts';
import type { FormIngresso } from '../ingresso/pannello-ingresso.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import type { Azione } from '../shell/pagina-store.ts';
import { testi } from '../testi/index.ts';
import { formatAppunti, parseAppunti } from './appunti.ts';
import type { GrigliaMese } from './conti.ts';
import { copiaTesto } from './copia-testo.ts';
import { type StatoGriglia, selezione } from './griglia-stato.ts';
import { type SceltaPresenti, scelteTuttiPresenti } from './scelte-presenti.ts';
import type { Conti } from './use-conti.ts';
import type { DispatchGriglia } from './use-griglia.ts';
import { focusGriglia } from './use-posizione.ts';

const t = testi.presenze;

/** What the page can do, by name. The functions stay the same while the month does, so that what shows them stays still. */
export interface AzioniRegistro {
  annulla(): void;
  ripeti(): void;
  copia(): void;
  incolla(): void;
  stampa(): void;
  /** the month to fill by pen */
  carta(): void;
  /** to the next day with no code */
  prossimo(): void;
  nuovoIngresso(): void;
  mese(passo: 1 | -1): void;
  pennello(codice: string | null): void;
  tuttiPresenti(giorni: readonly number[]): void;
  /** what `Tutti presenti` could fill now */
  scelte(): SceltaPresenti[];
}

interface Attuale {
  readonly dati: GrigliaMese;
  readonly stato: StatoGriglia;
  readonly conti: Conti;
  /** today's number in this month: 0 in a past one, -1 in one to come */
  readonly oggi: number;
}

export function useAzioniRegistro(
  ora: Attuale,
  dispatch: DispatchGriglia,
  pagina: RefObject<HTMLElement | null>,
  onMese: (mese: Mese) => void,
  onForm: (form: FormIngresso) => void,
): AzioniRegistro {
  const navigate = useNavigate();
  const ultimo = useRef(ora);
  useLayoutEffect(() => {
    ultimo.current = ora;
  });
  return useMemo(
    () => ({
      annulla: () => dispatch({ tipo: 'annulla' }),
      ripeti: () => dispatch({ tipo: 'ripeti' }),
      pennello: (codice) => dispatch({ tipo: 'pennello', codice }),
      tuttiPresenti: (giorni) => dispatch({ tipo: 'tutti_presenti', giorni }),
      nuovoIngresso: () => onForm({ tipo: 'nuovo' }),
      mese: (passo) => onMese(addMesi(ultimo.current.dati.mese, passo)),
      stampa: () => {
        const { struttura, mese } = ultimo.current.dati;
        void navigate({ to: '/foglio/$struttura/$mese', params: { struttura: struttura.codice, mese } });
      },
      carta: () => {
        const { struttura, mese } = ultimo.current.dati;
        void navigate({ to: '/griglia-carta/$struttura/$mese', params: { struttura: struttura.codice, mese } });
      },
      copia: () => {
        const { stato } = ultimo.current;
        const blocco = selezione(stato);
        copiaTesto(formatAppunti(stato.righe, blocco));
        avvisa(t.azioni.copiati((blocco.aRiga - blocco.daRiga + 1) * (blocco.aColonna - blocco.daColonna + 1)));
      },
      incolla: () => {
        focusGriglia(pagina);
        const letto = navigator.clipboard?.readText?.() ?? Promise.reject(new Error('no clipboard'));
        letto.then(
          (testo) => dispatch({ tipo: 'incolla', celle: parseAppunti(testo) }),
          () => avvisa(t.azioni.incollaConTasti, 'info'),
        );
      },
      prossimo: () => {
        const { stato, conti } = ultimo.current;
        const { riga, colonna } = stato.cursore;
        const dopo = conti.mancanti.find((c) => c.riga > riga || (c.riga === riga && c.colonna > colonna));
        const cella = dopo ?? conti.mancanti[0];
        if (!cella) return;
        dispatch({ tipo: 'vai', cella });
        focusGriglia(pagina);
      },
      scelte: () => {
        const { stato, dati, oggi } = ultimo.current;
        return scelteTuttiPresenti(stato.righe, dati.mese, stato.giorni, oggi, stato.cursore.colonna, stato.presente);
      },
    }),
    [dispatch, pagina, onMese, onForm, navigate],
  );
}

/** What `Ctrl K` can do here. */
export function usePaletteRegistro(
  azioni: AzioniRegistro,
  { bloccata, puoAmmettere, oggi }: { bloccata: boolean; puoAmmettere: boolean; oggi: number },
): readonly Azione[] {
  return useMemo(() => {
    const a = t.azioni;
    const voci: Azione[] = [
      { id: 'mese-prima', testo: a.mesePrima, tasti: 'Alt ←', run: () => azioni.mese(-1) },
      { id: 'mese-dopo', testo: a.meseDopo, tasti: 'Alt →', run: () => azioni.mese(1) },
      { id: 'prossimo', testo: a.prossimo, tasti: 'F7', run: azioni.prossimo },
      { id: 'carta', testo: testi.oggi.cartaApri, run: azioni.carta },
    ];
    if (puoAmmettere) voci.unshift({ id: 'nuovo', testo: a.nuovoIngresso, tasti: 'F4', run: azioni.nuovoIngresso });
    if (!bloccata && oggi > 0) {
      voci.unshift({ id: 'tutti', testo: a.tuttiPresentiOggi, run: () => azioni.tuttiPresenti([oggi]) });
    }
    return voci;
  }, [azioni, bloccata, puoAmmettere, oggi]);
}
