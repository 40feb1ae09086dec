import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import { addMesi, type Mese, numeroGiorno } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { type FormIngresso, PannelloIngresso } from '../ingresso/pannello-ingresso.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import type { Azione } from '../shell/pagina-store.ts';
import { useVista } from '../shell/vista.ts';
import { formatPercento, testi } from '../testi/index.ts';
import { formatAppunti, parseAppunti } from './appunti.ts';
import { BandaStato, MeseVuoto } from './banda-stato.tsx';
import { BarraAzioni } from './barra-azioni.tsx';
import type { GrigliaMese } from './conti.ts';
import { copiaTesto } from './copia-testo.ts';
import { Griglia, useComuneRighe } from './griglia.tsx';
import { type Cella, selezione } from './griglia-stato.ts';
import { Legenda } from './legenda.tsx';
import { MenuRiga } from './menu-riga.tsx';
import { usePosizione } from './posizione.ts';
import css from './presenze.module.css';
import { scelteTuttiPresenti } from './scelte-presenti.ts';
import { Striscia } from './striscia.tsx';
import { type Parole, spiegaEsito } from './testo-cella.ts';
import { useConti } from './use-conti.ts';
import { useGriglia } from './use-griglia.ts';

const t = testi.presenze;
/** Sayings that mean nothing was done. */
const ATTENZIONE = new Set(['fuori', 'lettera', 'bloccata', 'scegliere_giorno', 'incolla_rifiutato', 'incolla_vuoto']);

interface Props {
  dati: GrigliaMese;
  puoRegistrare: boolean;
  puoAmmettere: boolean;
  /** the stay and day the address asks for */
  ingresso: string | undefined;
  giorno: string | undefined;
  onMese: (mese: Mese) => void;
}

/** Where the cursor starts: what the address asks, else where it was, else today, else the first day. */
function cursoreIniziale({ dati, ingresso, giorno }: Props): Cella {
  const posizione = usePosizione.getState();
  const id = ingresso ?? posizione.ingressoId;
  const riga = Math.max(
    0,
    dati.righe.findIndex((r) => r.ingressoId === id),
  );
  if (giorno?.startsWith(dati.mese)) return { riga, colonna: numeroGiorno(giorno) };
  const oggi = dati.oggi.startsWith(dati.mese) ? numeroGiorno(dati.oggi) : 1;
  return { riga, colonna: ingresso === undefined ? (posizione.giorno ?? oggi) : oggi };
}

/** The grid takes the focus where the grid before had it, and where nothing in particular has it. */
function vuoleFuoco(): boolean {
  const attivo = document.activeElement;
  return usePosizione.getState().fuoco || attivo === null || attivo === document.body || attivo.tagName === 'MAIN';
}

/** One month of one struttura: grid, brush, words, short forms. */
export function Registro(p: Props) {
  const { dati, puoRegistrare, puoAmmettere, onMese } = p;
  const bloccata = !puoRegistrare || dati.stato === 'chiuso';
  const navigate = useNavigate();
  const formatNome = useFormatNome();
  const discreto = useVista((v) => v.discreto);
  const onRifiuto = useCallback((errore: ErroreApprodo) => avvisa(t.esiti.rifiutato(errore.messaggio), 'male'), []);
  const [inizio] = useState(() => cursoreIniziale(p));
  const [stato, dispatch] = useGriglia({ dati, bloccata, cursore: inizio, onRifiuto });
  const comune = useComuneRighe(dati, stato.giorni);
  const conti = useConti(dati, stato, comune.tabella, comune.mancantiFino);
  const [menu, setMenu] = useState<{ riga: number; dove: DOMRect } | null>(null);
  const [form, setForm] = useState<FormIngresso | null>(null);
  const pagina = useRef<HTMLDivElement>(null);
  const { riga, colonna } = stato.cursore;
  const rigaScelta = stato.righe[riga];

  usePosizioneCondivisa(rigaScelta?.ingressoId, colonna, pagina);
  useSaltoDaIndirizzo(p, dispatch, pagina);

  const parole: Parole = useMemo(
    () => ({ mese: dati.mese, etichette: comune.etichette, codici: dati.codici, mancantiFino: comune.mancantiFino }),
    [dati.mese, dati.codici, comune],
  );
  const focusGriglia = useCallback(() => {
    pagina.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
  }, []);
  const prossimo = useCallback(() => {
    const dopo = conti.mancanti.find((c) => c.riga > riga || (c.riga === riga && c.colonna > colonna));
    const cella = dopo ?? conti.mancanti[0];
    if (!cella) return;
    dispatch({ tipo: 'vai', cella });
    requestAnimationFrame(focusGriglia);
  }, [conti.mancanti, riga, colonna, dispatch, focusGriglia]);
  const nuovo = useCallback(() => setForm({ tipo: 'nuovo' }), []);

  const copia = () => {
    const blocco = selezione(stato);
    copiaTesto(formatAppunti(stato.righe, blocco));
    avvisa(t.azioni.copiati((blocco.aRiga - blocco.daRiga + 1) * (blocco.aColonna - blocco.daColonna + 1)));
  };
  const incolla = () => {
    focusGriglia();
    const letto = navigator.clipboard?.readText?.() ?? Promise.reject(new Error('no clipboard'));
    letto.then(
      (testo) => dispatch({ tipo: 'incolla', celle: parseAppunti(testo) }),
      () => avvisa(t.azioni.incollaConTasti, 'info'),
    );
  };
  const stampa = () =>
    void navigate({ to: '/foglio/$struttura/$mese', params: { struttura: dati.struttura.codice, mese: dati.mese } });

  const oggi = dati.mese > dati.oggi.slice(0, 7) ? -1 : comune.oggi;
  const scelte = scelteTuttiPresenti(stato.righe, dati.mese, stato.giorni, oggi, colonna, stato.presente);
  const palette = usePalette(p, { dispatch, prossimo, nuovo, oggi: comune.oggi, bloccata });
  const meta = dati.righe[riga];
  const esito = stato.esito
    ? {
        n: stato.esito.n,
        testo: spiegaEsito(stato.esito, dati.righe, parole, formatNome),
        tono: ATTENZIONE.has(stato.esito.tipo) ? ('attenzione' as const) : ('quieto' as const),
      }
    : null;
  return (
    <Pagina
      titolo={t.titolo(formatMese(dati.mese))}
      tasti={t.tasti}
      palette={palette}
      piena
      accanto={
        <span className={css['mesi']}>
          <button type="button" aria-label={t.mesePrima} title="Alt ←" onClick={() => onMese(addMesi(dati.mese, -1))}>
            <IconChevronLeft size={18} aria-hidden />
          </button>
          <button type="button" aria-label={t.meseDopo} title="Alt →" onClick={() => onMese(addMesi(dati.mese, 1))}>
            <IconChevronRight size={18} aria-hidden />
          </button>
        </span>
      }
      azioni={
        <BarraAzioni
          bloccata={bloccata}
          annullabile={stato.annullabili.length > 0}
          ripetibile={stato.ripetibili.length > 0}
          scelte={scelte}
          onAnnulla={() => dispatch({ tipo: 'annulla' })}
          onRipeti={() => dispatch({ tipo: 'ripeti' })}
          onCopia={copia}
          onIncolla={incolla}
          onStampa={stampa}
          onNuovoIngresso={puoAmmettere ? nuovo : undefined}
          onPresenti={(giorni) => dispatch({ tipo: 'tutti_presenti', giorni })}
        />
      }
    >
      <div className={css['corpo']} ref={pagina}>
        <BandaStato dati={dati} />
        {stato.righe.length === 0 ? (
          <MeseVuoto dati={dati} onNuovo={puoAmmettere ? nuovo : undefined} />
        ) : (
          <>
            <Griglia
              dati={dati}
              stato={stato}
              dispatch={dispatch}
              comune={comune}
              formatNome={formatNome}
              discreto={discreto}
              conti={conti}
              vuoleFuoco={vuoleFuoco}
              onCopiato={(n) => avvisa(t.azioni.copiati(n))}
              onComando={(comando, dove) => {
                if (comando.tipo === 'mese') onMese(addMesi(dati.mese, comando.passo));
                else if (comando.tipo === 'prossimo_mancante') prossimo();
                else if (comando.tipo === 'menu' && dove) setMenu({ riga: stato.cursore.riga, dove });
                else if (comando.tipo === 'nuovo_ingresso' && puoAmmettere) nuovo();
              }}
            />
            <Legenda
              codici={dati.codici}
              classi={comune.classi}
              pennello={stato.pennello}
              bloccata={bloccata}
              mancanti={conti.mancanti.length}
              onPennello={(codice) => dispatch({ tipo: 'pennello', codice })}
              onProssimo={prossimo}
            />
            <Striscia
              dati={dati}
              riga={rigaScelta}
              meta={meta}
              colonna={colonna}
              nome={meta ? formatNome(meta.cognome, meta.nome) : ''}
              parole={parole}
              comune={comune}
              esito={esito}
            />
            <p className="visually-hidden">
              {conti.saturazioni.length > 0 &&
                t.saturazioneLinea(
                  conti.saturazioni.map((s) => t.saturazioneDi(s.modulo, formatPercento(s.percento))).join(', '),
                )}
            </p>
          </>
        )}
      </div>
      {menu && (
        <MenuRiga
          meta={dati.righe[menu.riga]}
          dove={menu.dove}
          abilitato={puoAmmettere}
          onScegli={setForm}
          onChiudi={() => {
            setMenu(null);
            requestAnimationFrame(focusGriglia);
          }}
        />
      )}
      <PannelloIngresso
        form={form}
        struttura={dati.struttura.codice}
        oggi={dati.oggi}
        onChiudi={() => {
          setForm(null);
          requestAnimationFrame(focusGriglia);
        }}
      />
    </Pagina>
  );
}

/** Remembers guest and day for the next month, and whether the grid had the focus. */
function usePosizioneCondivisa(
  ingressoId: string | undefined,
  giorno: number,
  pagina: React.RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    if (ingressoId !== undefined) usePosizione.setState({ ingressoId, giorno });
  }, [ingressoId, giorno]);
  // a layout effect is cleaned up while the page is still there to be asked
  useLayoutEffect(() => {
    const radice = pagina.current;
    return () => {
      const griglia = radice?.querySelector('[role="grid"]');
      usePosizione.setState({ fuoco: griglia?.contains(document.activeElement) ?? false });
    };
  }, [pagina]);
}

/** A jump to a cell of the month already on screen: from the palette, from the checklist of Mese. */
function useSaltoDaIndirizzo(
  { dati, ingresso, giorno }: Props,
  dispatch: ReturnType<typeof useGriglia>[1],
  pagina: React.RefObject<HTMLDivElement | null>,
): void {
  const righe = useRef(dati.righe);
  useLayoutEffect(() => {
    righe.current = dati.righe;
  });
  const mese = dati.mese;
  useEffect(() => {
    if (ingresso === undefined) return;
    const riga = righe.current.findIndex((r) => r.ingressoId === ingresso);
    if (riga < 0) return;
    const colonna = giorno?.startsWith(mese) ? numeroGiorno(giorno) : 0;
    dispatch({ tipo: 'vai', cella: { riga, colonna } });
    requestAnimationFrame(() => pagina.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
  }, [ingresso, giorno, mese, dispatch, pagina]);
}

interface PerPalette {
  dispatch: ReturnType<typeof useGriglia>[1];
  prossimo: () => void;
  nuovo: () => void;
  oggi: number;
  bloccata: boolean;
}

/** What `Ctrl K` can do here. */
function usePalette(p: Props, { dispatch, prossimo, nuovo, oggi, bloccata }: PerPalette): readonly Azione[] {
  const { dati, puoAmmettere, onMese } = p;
  return useMemo(() => {
    const a = t.azioni;
    const azioni: Azione[] = [
      { id: 'mese-prima', testo: a.mesePrima, tasti: 'Alt ←', run: () => onMese(addMesi(dati.mese, -1)) },
      { id: 'mese-dopo', testo: a.meseDopo, tasti: 'Alt →', run: () => onMese(addMesi(dati.mese, 1)) },
      { id: 'prossimo', testo: a.prossimo, tasti: 'F8', run: prossimo },
    ];
    if (puoAmmettere) azioni.unshift({ id: 'nuovo', testo: a.nuovoIngresso, tasti: 'F4', run: nuovo });
    if (!bloccata && oggi > 0) {
      azioni.unshift({
        id: 'tutti',
        testo: a.tuttiPresentiOggi,
        run: () => dispatch({ tipo: 'tutti_presenti', giorni: [oggi] }),
      });
    }
    return azioni;
  }, [dati.mese, puoAmmettere, onMese, dispatch, prossimo, nuovo, oggi, bloccata]);
}
