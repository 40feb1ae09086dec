import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga } from '../pannello/tabella.tsx';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';
import { NotaForm } from './nota-form.tsx';
import { OscuraForm, TogliOscuramento } from './oscura-form.tsx';
import css from './ospite.module.css';

const t = testi.ospite;

const inParole = (ruoli: readonly Ruolo[]) => ruoli.map((ruolo) => testi.shell.ruoli[ruolo]).join(', ');

interface Props {
  cartella: Cartella;
  ruolo: Ruolo;
  oggi: string;
}

/** The sealed notes this role reads, and a way to add one. */
export function Note({ cartella, ruolo, oggi }: Props) {
  const [nuova, setNuova] = useState(false);
  return (
    <Pannello
      titolo={t.note}
      azioni={
        <Button variant="default" onClick={() => setNuova(true)}>
          {t.nuovaNota}
        </Button>
      }
    >
      {cartella.note.length === 0 && <p className={css['frase']}>{t.nessunaNota}</p>}
      <ul className={css['note']}>
        {cartella.note.map(({ id, data, testo, autore, ruoli }) => (
          <li key={id}>
            <b>{formatGiornoBreve(data)}</b> <span className={css['frase']}>{t.scritta(autore, inParole(ruoli))}</span>
            <p>{testo}</p>
          </li>
        ))}
      </ul>
      {nuova && <NotaForm ospiteId={cartella.id} ruolo={ruolo} oggi={oggi} onChiudi={() => setNuova(false)} />}
    </Pannello>
  );
}

/** What is darkened for this guest, as far as this role may know. */
export function Oscuramenti({ cartella, ruolo }: Omit<Props, 'oggi'>) {
  const [nuovo, setNuovo] = useState(false);
  const [daTogliere, setDaTogliere] = useState<string | null>(null);
  return (
    <Pannello
      titolo={t.oscuramenti}
      azioni={
        <Button variant="default" onClick={() => setNuovo(true)}>
          {t.oscura}
        </Button>
      }
    >
      <p className={css['frase']}>{cartella.oscuramenti.length === 0 ? t.nessunOscuramento : t.oscuramentiCosa}</p>
      <ul className={css['note']}>
        {cartella.oscuramenti.map(({ id, sezione, ruoli, motivo, dal }) => (
          <li key={id}>
            <AzioneRiga
              className={css['destra']}
              dice={t.togliOscuramentoDi(t.sezioni[sezione])}
              onClick={() => setDaTogliere(id)}
            >
              {t.togliOscuramento}
            </AzioneRiga>
            <b>{t.sezioni[sezione]}</b>{' '}
            <span className={css['frase']}>{t.oscuratoDal(formatGiornoBreve(dal), inParole(ruoli))}</span>
            <p>{motivo}</p>
          </li>
        ))}
      </ul>
      {nuovo && <OscuraForm ospiteId={cartella.id} ruolo={ruolo} onChiudi={() => setNuovo(false)} />}
      {daTogliere && <TogliOscuramento id={daTogliere} onChiudi={() => setDaTogliere(null)} />}
    </Pannello>
  );
}
