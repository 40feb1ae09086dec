import { Modal } from '@mantine/core';
import { testi } from '../testi/index.ts';
import { type Tasto, usePaginaAperta } from './pagina-store.ts';
import css from './shell.module.css';
import { useVista } from './vista.ts';

const COMUNI: readonly Tasto[] = [
  { tasti: 'Ctrl K', testo: testi.shell.tastiComuni.palette },
  { tasti: 'Ctrl Invio', testo: testi.shell.tastiComuni.salva },
  { tasti: 'F8', testo: testi.shell.tastiComuni.notte },
  { tasti: 'F9', testo: testi.shell.tastiComuni.discreto },
  { tasti: 'Ctrl Maiusc L', testo: testi.shell.tastiComuni.cambiaPersona },
  { tasti: '?', testo: testi.shell.tastiComuni.tasti },
  { tasti: 'Esc', testo: testi.shell.tastiComuni.esc },
];

function Elenco({ titolo, tasti }: { titolo: string; tasti: readonly Tasto[] }) {
  return (
    <section>
      <h3>{titolo}</h3>
      <dl className={css['elencoTasti']}>
        {tasti.map((t) => (
          <div key={t.tasti}>
            <dt>
              {t.tasti
                .split(' ')
                .map((tasto) => (tasto === 'o' || tasto === 'e' ? ` ${tasto} ` : <kbd key={tasto}>{tasto}</kbd>))}
            </dt>
            <dd>{t.testo}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `?`: the keys of the open page, then those that work everywhere. */
export function KeysDialog() {
  const { tastiAperti, setTasti } = useVista();
  const { titolo, tasti } = usePaginaAperta();
  return (
    <Modal
      opened={tastiAperti}
      onClose={() => setTasti(false)}
      title={<b>{testi.shell.tastiTitolo}</b>}
      size="lg"
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {tasti.length > 0 && <Elenco titolo={testi.shell.tastiPagina(titolo)} tasti={tasti} />}
      <Elenco titolo={testi.shell.tastiOvunque} tasti={COMUNI} />
    </Modal>
  );
}
