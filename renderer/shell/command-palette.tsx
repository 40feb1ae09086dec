import { Modal, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { normalizeNome } from '../../domain/persona.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { ASPETTI } from './aspetto.tsx';
import { useBlocca } from './blocca.ts';
import { useLuogo } from './luogo.ts';
import { useFormatNome } from './nome-ospite.ts';
import { type Azione, usePaginaAperta } from './pagina-store.ts';
import { canCall, listPagine } from './pagine.ts';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { useVista } from './vista.ts';

interface Voce extends Azione {
  readonly gruppo: string;
  /** what is searched in, already normalised */
  readonly chiave: string;
  /** the host found it for what is typed, wrong letters included: not to be looked for again */
  readonly trovata?: boolean;
}

/** The guests of the month on screen (or of the last one looked at). */
function useOspiti(): Voce[] {
  const luogo = useLuogo();
  const vista = useVista();
  const formatNome = useFormatNome();
  const navigate = useNavigate();
  const struttura = luogo.struttura ?? vista.struttura;
  const mese = luogo.mese ?? vista.mese;
  const { data } = useEndpoint(
    'presenze.getMese',
    { struttura: struttura ?? '', mese: mese ?? '' },
    { enabled: struttura !== null && mese !== null },
  );
  return (data?.righe ?? []).map((riga) => ({
    id: riga.ingressoId,
    gruppo: testi.shell.palette.ospiti,
    testo: formatNome(riga.cognome, riga.nome),
    chiave: normalizeNome(`${riga.cognome} ${riga.nome} ${riga.cognome}`),
    run: () =>
      void navigate({
        to: '/presenze/$struttura/$mese',
        params: { struttura: struttura ?? '', mese: mese ?? '' },
        search: { ingresso: riga.ingressoId },
      }),
  }));
}

/** Everyone in the register by name, present or not: opens their record. */
function useCartelle(sessione: Sessione, testo: string): Voce[] {
  const formatNome = useFormatNome();
  const navigate = useNavigate();
  const cercato = testo.trim();
  const puo = sessione.utente !== null && canCall(sessione.utente.ruolo, 'ospiti.search');
  const { data, isPlaceholderData } = useEndpoint(
    'ospiti.search',
    { testo: cercato, limite: 8 },
    { enabled: puo && cercato.length >= 2, placeholderData: (prima) => prima },
  );
  const trovati = puo && cercato.length >= 2 ? (data ?? []) : [];
  return trovati.map((trovato) => ({
    id: trovato.id,
    gruppo: testi.shell.palette.cartelle,
    testo: formatNome(trovato.cognome, trovato.nome),
    chiave: normalizeNome(`${trovato.cognome} ${trovato.nome} ${trovato.cognome}`),
    // the answer to what was typed before is looked through again
    trovata: !isPlaceholderData,
    run: () => void navigate({ to: '/ospiti/$ospite', params: { ospite: trovato.id } }),
  }));
}

function useAzioni(sessione: Sessione): Voce[] {
  const pagina = usePaginaAperta((p) => p.azioni);
  const { setColorScheme } = useMantineColorScheme();
  const { toggleDiscreto, setTasti, struttura } = useVista();
  const blocca = useBlocca();
  const navigate = useNavigate();
  return useMemo(() => {
    const pagine = sessione.ruolo && sessione.utente ? listPagine(sessione.ruolo, sessione.utente.ruolo) : [];
    const azioni: Azione[] = [
      ...pagina,
      ...pagine.map((p) => ({
        id: `pagina-${p.id}`,
        testo: testi.shell.palette.vaiA(testi.shell.pagine[p.id]),
        run: () => void navigate({ to: p.to }),
      })),
      ...(struttura !== null && sessione.utente && canCall(sessione.utente.ruolo, 'ingressi.register')
        ? [
            {
              id: 'ingresso',
              testo: testi.ingresso.guida.apri,
              run: () => void navigate({ to: '/ingresso/$struttura', params: { struttura } }),
            },
          ]
        : []),
      { id: 'discreto', testo: testi.shell.discretoAzione, tasti: 'F9', run: toggleDiscreto },
      ...ASPETTI.map(({ id }) => ({
        id: `aspetto-${id}`,
        testo: testi.shell.palette.aspetto(testi.shell.aspetti[id].toLowerCase()),
        run: () => setColorScheme(id),
      })),
      { id: 'tasti', testo: testi.shell.tasti, tasti: '?', run: () => setTasti(true) },
      { id: 'blocca', testo: testi.shell.bloccaAzione, run: () => blocca() },
      {
        id: 'cambia-persona',
        testo: testi.shell.cambiaPersona,
        tasti: 'Ctrl Maiusc L',
        run: () => blocca({ cambia: true }),
      },
    ];
    return azioni.map((a) => ({ ...a, gruppo: testi.shell.palette.azioni, chiave: normalizeNome(a.testo) }));
  }, [pagina, sessione, struttura, navigate, toggleDiscreto, setColorScheme, setTasti, blocca]);
}

interface PropsContenuto {
  sessione: Sessione;
  /** closes, gives the focus back, then does what was chosen */
  onChiudi: (poi?: () => void) => void;
}

/** The keyboard as soon as it is there: what is typed right after Ctrl K is what is looked for. */
const subitoFuoco = (campo: HTMLInputElement | null) => campo?.focus({ preventScroll: true });

/** What has every word typed, in order; after it, who is only spelt like it: a page called by its name is never under a guest. */
function cerca(voci: readonly Voce[], testo: string): Voce[] {
  if (testo.trim() === '') return voci.filter((v) => v.gruppo === testi.shell.palette.azioni);
  const parole = normalizeNome(testo).split(' ');
  const ha = (voce: Voce) => parole.every((p) => voce.chiave.includes(p));
  return [...voci.filter(ha), ...voci.filter((v) => v.trovata && !ha(v))];
}

function Contenuto({ sessione, onChiudi }: PropsContenuto) {
  const [testo, setTesto] = useState('');
  const [scelta, setScelta] = useState(0);
  const voci = [...useOspiti(), ...useCartelle(sessione, testo), ...useAzioni(sessione)];
  const trovate = cerca(voci, testo);
  const attiva = Math.min(scelta, Math.max(0, trovate.length - 1));
  const esegui = (voce: Voce | undefined) => {
    if (voce) onChiudi(voce.run);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const passo = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (passo !== 0) {
      e.preventDefault();
      setScelta((attiva + passo + trovate.length) % Math.max(1, trovate.length));
    } else if (e.key === 'Enter') {
      e.preventDefault();
      esegui(trovate[attiva]);
    }
  };
  return (
    <div className={css['palette']}>
      <input
        ref={subitoFuoco}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-voci"
        aria-activedescendant={trovate[attiva] ? `palette-${attiva}` : undefined}
        aria-label={testi.shell.palette.titolo}
        placeholder={testi.shell.palette.segnaposto}
        value={testo}
        onChange={(e) => {
          setTesto(e.currentTarget.value);
          setScelta(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-voci" role="listbox" aria-label={testi.shell.palette.titolo} tabIndex={-1}>
        {trovate.slice(0, 60).map((voce, i) => (
          <div
            key={voce.gruppo + voce.id}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === attiva}
            tabIndex={-1}
            ref={i === attiva ? (el) => void el?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setScelta(i)}
            onClick={() => esegui(voce)}
            onKeyDown={onKeyDown}
          >
            <span>{voce.testo}</span>
            {voce.tasti ? <kbd>{voce.tasti}</kbd> : <span className={css['tenue']}>{voce.gruppo}</span>}
          </div>
        ))}
      </div>
      {trovate.length === 0 && <p role="status">{testi.shell.palette.nessuno}</p>}
    </div>
  );
}

/** `Ctrl K`: people of the month and everything that can be done from here. */
export function CommandPalette({ sessione }: { sessione: Sessione }) {
  const { paletteAperta, setPalette } = useVista();
  const prima = useRef<Element | null>(null);
  if (paletteAperta && prima.current === null) prima.current = document.activeElement;
  const chiudi = (poi?: () => void) => {
    setPalette(false);
    setTimeout(() => {
      if (prima.current instanceof HTMLElement) prima.current.focus();
      prima.current = null;
      poi?.();
    }, 0);
  };
  return (
    <Modal
      opened={paletteAperta}
      onClose={() => chiudi()}
      returnFocus={false}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      padding={0}
      attributes={{ content: { 'aria-label': testi.shell.palette.titolo } }}
    >
      <Contenuto sessione={sessione} onChiudi={chiudi} />
    </Modal>
  );
}
