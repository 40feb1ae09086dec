import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { formatMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { formatIstante, formatOra, testi } from '../testi/index.ts';
import { useLuogo } from './luogo.ts';
import { canCall } from './pagine.ts';
import { useSalvataggio } from './salvataggio.ts';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { useVista } from './vista.ts';

function Salvato() {
  const { inAttesa, savedAtMs, errore } = useSalvataggio();
  if (errore !== null) {
    return (
      <span className={css['nonSalvato']} role="alert">
        <IconAlertTriangle size={14} aria-hidden /> <b>{testi.shell.nonSalvato}</b>: {errore}
      </span>
    );
  }
  if (inAttesa > 0) {
    return (
      <span>
        <IconLoader2 size={14} aria-hidden /> {testi.shell.salvataggio}
      </span>
    );
  }
  return (
    <span>
      <IconCheck size={14} className={css['salvato']} aria-hidden />{' '}
      <b className={css['salvato']}>{savedAtMs === null ? testi.shell.tuttoSalvato : testi.shell.salvato}</b>
      {savedAtMs === null ? '' : ` ${formatOra(savedAtMs)}`}
    </span>
  );
}

function UltimoPacco({ sessione }: { sessione: Sessione }) {
  const { struttura } = useLuogo();
  const centrale = sessione.ruolo === 'centrale';
  const { data } = useEndpoint('pacchi.list', centrale || struttura === undefined ? {} : { struttura });
  if (!data) return null;
  const ultimo = data.reduce<(typeof data)[number] | null>(
    (a, b) => (a && a.createdAtMs >= b.createdAtMs ? a : b),
    null,
  );
  if (!ultimo) return <span>{testi.shell.nessunPacco}</span>;
  const quando = formatIstante(ultimo.createdAtMs, sessione.oggi);
  const mese = formatMese(ultimo.mese);
  return (
    <span>
      {testi.shell.ultimoPacco(
        ultimo.verso === 'inviato'
          ? testi.shell.paccoInviato(mese, ultimo.revisione, quando)
          : testi.shell.paccoRicevuto(ultimo.struttura, mese, ultimo.revisione, quando),
      )}
    </span>
  );
}

/** Copies are made behind the page's back: it asks how they are now and then. */
const COPIE_MS = 20_000;

function UltimaCopia({ oggi }: { oggi: string }) {
  const { data } = useEndpoint('copie.getStato', {}, { refetchInterval: COPIE_MS });
  if (!data) return null;
  const t = testi.copie;
  const mancanti = data.mancanti.map(({ tipo, assente, dalMs }) =>
    (assente ? t.assente : t.fallita)(tipo, t.dal(dalMs)),
  );
  const ultima = data.ultimaAtMs === null ? t.nessunaCopia : t.ultimaCopia(formatIstante(data.ultimaAtMs, oggi));
  return <span className={mancanti.length > 0 ? css['demo'] : undefined}>{[ultima, ...mancanti].join('; ')}</span>;
}

/** The bottom line: saved or not, the last copy, the last parcel, the keys of the page. */
export function StatusLine({ sessione }: { sessione: Sessione }) {
  const setTasti = useVista((v) => v.setTasti);
  const discreto = useVista((v) => v.discreto);
  const vedePacchi = sessione.utente !== null && canCall(sessione.utente.ruolo, 'pacchi.list');
  return (
    <footer className={css['fondo']}>
      <Salvato />
      <UltimaCopia oggi={sessione.oggi} />
      {vedePacchi && <UltimoPacco sessione={sessione} />}
      {discreto && <span>{testi.shell.discretoAttivo}</span>}
      {sessione.dimostrazione && <b className={css['demo']}>{testi.shell.dimostrazione}</b>}
      <span className={css['spazio']} />
      <button type="button" className={css['tasti']} onClick={() => setTasti(true)}>
        <kbd>?</kbd> {testi.shell.tasti}
      </button>
    </footer>
  );
}
