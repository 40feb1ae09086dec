import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { type Mese, meseDi, numeroGiorno } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { inParole, useAvvertenze } from '../avvertenza/avvertenze-di.tsx';
import { isDialogoAperto } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';
import { formatAppunti, parseAppunti } from './appunti.ts';
import type { GrigliaMese, RigaMese } from './conti.ts';
import css from './griglia.module.css';
import { GRIGLIA, GRIGLIA_IN_LETTURA } from './griglia-aria.ts';
import type { AzioneGriglia } from './griglia-reducer.ts';
import { type ComuneRighe, GrigliaRiga } from './griglia-riga.tsx';
import { type Cella, type StatoGriglia, selezione } from './griglia-stato.ts';
import { type Comando, comandoDi } from './griglia-tasti.ts';
import { GrigliaTestata } from './griglia-testata.tsx';
import { GrigliaTotali } from './griglia-totali.tsx';
import { moduloBreve } from './testo-cella.ts';
import type { Conti } from './use-conti.ts';
import type { DispatchGriglia } from './use-griglia.ts';

const t = testi.presenze;

function giornoSe(g: string | null, mese: Mese): number {
  return g !== null && meseDi(g) === mese ? numeroGiorno(g) : 0;
}

/** What the grid leaves to the page. */
export type ComandoPagina = Exclude<Comando, { tipo: AzioneGriglia['tipo'] }>;

function isDellaPagina(comando: Comando): comando is ComandoPagina {
  return DELLA_PAGINA.has(comando.tipo);
}

interface Props {
  dati: GrigliaMese;
  stato: StatoGriglia;
  dispatch: DispatchGriglia;
  comune: ComuneRighe;
  formatNome: (cognome: string, nome: string) => string;
  discreto: boolean;
  conti: Conti;
  /** commands that are the page's: menu of a guest, month before and after, … */
  onComando: (comando: ComandoPagina, dove: DOMRect | undefined, riga: number) => void;
  onCopiato: (celle: number) => void;
  /** asked once, when the grid appears */
  vuoleFuoco: () => boolean;
}

const DELLA_PAGINA = new Set(['menu', 'nuovo_ingresso', 'prossimo_mancante', 'mese']);

/** The cell under an event: the row of the body, and the column when it is the guest or a day. */
function cellaDi(bersaglio: EventTarget | null, stato: StatoGriglia): Cella | undefined {
  const td = bersaglio instanceof Element ? bersaglio.closest('td,th') : null;
  const tr = td?.parentElement;
  if (!(td instanceof HTMLTableCellElement) || !(tr instanceof HTMLTableRowElement)) return undefined;
  if (tr.parentElement?.tagName !== 'TBODY' || td.cellIndex > stato.giorni) return undefined;
  return { riga: tr.sectionRowIndex, colonna: td.cellIndex };
}

/** The register as an ARIA grid: one focusable cell at a time, one handler for everything. */
export function Griglia(p: Props) {
  const { dati, stato, dispatch, comune, vuoleFuoco } = p;
  const corpo = useRef<HTMLTableSectionElement>(null);
  const scorri = useRef<HTMLDivElement>(null);
  const trascina = useRef<'pennello' | 'selezione' | null>(null);
  const appena = useRef(true);
  const { riga, colonna } = stato.cursore;
  const avvertenzeDi = useAvvertenze();

  useLayoutEffect(() => {
    const dentro = corpo.current?.contains(document.activeElement) ?? false;
    const prende = appena.current && vuoleFuoco();
    appena.current = false;
    if (!dentro && !prende) return;
    const cella = corpo.current?.rows[riga]?.cells[colonna];
    if (cella && cella !== document.activeElement) cella.focus();
  }, [riga, colonna, vuoleFuoco]);

  useEffect(() => {
    const rilascia = () => {
      if (trascina.current === 'pennello') dispatch({ tipo: 'tratto_finisce' });
      trascina.current = null;
    };
    window.addEventListener('pointerup', rilascia);
    window.addEventListener('pointercancel', rilascia);
    return () => {
      window.removeEventListener('pointerup', rilascia);
      window.removeEventListener('pointercancel', rilascia);
    };
  }, [dispatch]);

  const rettangolo = (cella: Cella) => corpo.current?.rows[cella.riga]?.cells[cella.colonna]?.getBoundingClientRect();
  const esegui = (comando: Comando, cella: Cella = stato.cursore) => {
    if (isDellaPagina(comando)) p.onComando(comando, rettangolo(cella), cella.riga);
    else dispatch(comando);
  };

  const onKeyDown = (e: KeyboardEvent<HTMLTableElement>) => {
    if (cellaDi(e.target, stato) === undefined || e.nativeEvent.isComposing) return;
    // what has just opened is about to take the keyboard: the next letters are for it, never codes
    if (isDialogoAperto()) return;
    const altezza = corpo.current?.rows[0]?.offsetHeight || 27;
    const pagina = Math.max(1, Math.floor(((scorri.current?.clientHeight ?? 0) - 3 * altezza) / altezza));
    const comando = comandoDi(e, stato, pagina);
    if (!comando) return;
    if (comando.tipo === 'esci' && stato.ancora === null && stato.pennello === null && stato.tratto === null) return;
    e.preventDefault();
    esegui(comando);
  };

  const onPointerDown = (e: PointerEvent<HTMLTableElement>) => {
    const cella = cellaDi(e.target, stato);
    if (!cella || e.button !== 0) return;
    if (e.target instanceof Element && e.target.closest('[data-menu]')) return;
    if (stato.pennello !== null && cella.colonna > 0) {
      trascina.current = 'pennello';
      dispatch({ tipo: 'tratto_inizia', cella });
      return;
    }
    trascina.current = cella.colonna > 0 ? 'selezione' : null;
    dispatch({ tipo: 'vai', cella, estendi: e.shiftKey });
  };

  const onPointerMove = (e: PointerEvent<HTMLTableElement>) => {
    if (trascina.current === null) return;
    const cella = cellaDi(document.elementFromPoint(e.clientX, e.clientY), stato);
    if (!cella || (cella.riga === riga && cella.colonna === colonna)) return;
    if (trascina.current === 'pennello') dispatch({ tipo: 'tratto_continua', cella });
    else dispatch({ tipo: 'vai', cella, estendi: true });
  };

  const onMenu = (e: MouseEvent<HTMLTableElement>, cella: Cella | undefined) => {
    if (!cella) return;
    e.preventDefault();
    dispatch({
      tipo: 'vai',
      cella: { riga: cella.riga, colonna: stato.cursore.riga === cella.riga ? colonna : cella.colonna },
    });
    esegui({ tipo: 'menu' }, { riga: cella.riga, colonna: 0 });
  };

  const onClick = (e: MouseEvent<HTMLTableElement>) => {
    if (!(e.target instanceof Element)) return;
    if (e.target.closest('[data-menu]')) return onMenu(e, cellaDi(e.target, stato));
    const testa = e.target.closest('thead th');
    if (testa instanceof HTMLTableCellElement && testa.cellIndex > 0 && testa.cellIndex <= stato.giorni) {
      dispatch({ tipo: 'vai', cella: { riga: 0, colonna: testa.cellIndex } });
      dispatch({ tipo: 'seleziona_colonna' });
      corpo.current?.rows[0]?.cells[testa.cellIndex]?.focus();
    }
  };

  const onCopy = (e: ClipboardEvent<HTMLTableElement>, taglia: boolean) => {
    const blocco = selezione(stato);
    e.preventDefault();
    e.clipboardData.setData('text/plain', formatAppunti(stato.righe, blocco));
    p.onCopiato((blocco.aRiga - blocco.daRiga + 1) * Math.max(0, blocco.aColonna - blocco.daColonna + 1));
    if (taglia) dispatch({ tipo: 'cancella' });
  };

  const onPaste = (e: ClipboardEvent<HTMLTableElement>) => {
    e.preventDefault();
    dispatch({ tipo: 'incolla', celle: parseAppunti(e.clipboardData.getData('text/plain')) });
  };

  const blocco = stato.ancora === null ? null : selezione(stato);
  return (
    <div className={css['scorri']} ref={scorri}>
      <table
        {...(stato.bloccata ? GRIGLIA_IN_LETTURA : GRIGLIA)}
        className={css['griglia']}
        aria-label={t.griglia(dati.struttura.nome, formatMese(dati.mese))}
        aria-rowcount={stato.righe.length + 2}
        data-pennello={stato.pennello ?? undefined}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onContextMenu={(e) => onMenu(e, cellaDi(e.target, stato))}
        onClick={onClick}
        onFocus={(e) => {
          const cella = cellaDi(e.target, stato);
          if (cella && trascina.current === null && (cella.riga !== riga || cella.colonna !== colonna)) {
            dispatch({ tipo: 'vai', cella });
          }
        }}
        onCopy={(e) => onCopy(e, false)}
        onCut={(e) => onCopy(e, true)}
        onPaste={onPaste}
      >
        <colgroup>
          <col className={css['colNome']} />
          <col span={stato.giorni} />
          <col span={3} className={css['colTotale']} />
        </colgroup>
        <GrigliaTestata
          mese={dati.mese}
          comune={comune}
          ospiti={stato.righe.length}
          colonna={colonna}
          saturazioni={p.conti.saturazioni}
        />
        <tbody ref={corpo}>
          {stato.righe.map((r, i) => {
            const meta = dati.righe[i];
            if (!meta) return null;
            const scelta = blocco !== null && i >= blocco.daRiga && i <= blocco.aRiga;
            return (
              <GrigliaRiga
                key={r.ingressoId}
                indice={i}
                {...nomi(meta, p)}
                {...moduliDi(meta, dati.mese)}
                manca={meta.manca.length === 0 ? '' : t.nonCompleta(meta.manca)}
                avvertenze={inParole(avvertenzeDi(meta.ospiteId))}
                codici={r.codici}
                primo={r.primo}
                ultimo={r.ultimo}
                ingresso={giornoSe(meta.dataIngresso, dati.mese)}
                dimissione={giornoSe(meta.dataDimissione, dati.mese)}
                cursore={i === riga ? colonna : -1}
                selDa={scelta ? blocco.daColonna : 0}
                selA={scelta ? blocco.aColonna : -1}
                comune={comune}
              />
            );
          })}
        </tbody>
        <GrigliaTotali
          comune={comune}
          righe={stato.righe.length}
          posti={p.conti.posti}
          presenti={p.conti.presenti}
          incompleti={p.conti.incompleti}
          totale={p.conti.totale}
          fino={p.conti.fino}
        />
      </table>
    </div>
  );
}

function nomi(riga: RigaMese, p: Props): { nome: string; cognome: string; resto: string } {
  const nome = p.formatNome(riga.cognome, riga.nome);
  return p.discreto
    ? { nome, cognome: nome, resto: '' }
    : { nome, cognome: riga.cognome.toUpperCase(), resto: riga.nome };
}

function moduliDi(riga: RigaMese, mese: Mese): { modulo: string; moduloEsteso: string } {
  const codici = riga.moduli.filter((m) => m.dal.slice(0, 7) <= mese).map((m) => m.modulo);
  return {
    modulo: moduloBreve(riga, mese),
    moduloEsteso: codici.length === 0 ? t.senzaModulo : t.moduloDi(codici.at(-1) ?? ''),
  };
}
