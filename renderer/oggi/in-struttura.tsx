import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatNumero, testi } from '../testi/index.ts';
import css from './oggi.module.css';
import type { Ospite } from './uscita.tsx';

const t = testi.oggi;

type Oggi = Output<'oggi.get'>;

/** `null`: closed; `presenti`, or the code of a modulo: whose rows are open. */
type Scelta = string | null;

interface Props {
  dati: Oggi;
  /** absent: not of this role */
  onEsce: ((chi: Ospite) => void) | undefined;
}

/** How many are in, of how many guests and places; each figure opens the persons behind it. */
export function InStruttura({ dati, onEsce }: Props) {
  const [scelta, setScelta] = useState<Scelta>(null);
  const presenti = dati.ospiti.filter((o) => !o.fuori);
  const posti = dati.moduli.reduce((n, m) => n + m.disponibili, 0);
  const occupati = dati.moduli.reduce((n, m) => n + m.occupati, 0);
  const apri = (quale: string) => setScelta((prima) => (prima === quale ? null : quale));
  const scelti = scelta === 'presenti' ? presenti : dati.ospiti.filter((o) => o.modulo === scelta);
  return (
    <Pannello titolo={t.inStruttura} className={scelta === null ? css['terza'] : css['intera']}>
      <div className={css['presenti']}>
        <button
          type="button"
          className={css['cifra']}
          aria-expanded={scelta === 'presenti'}
          aria-label={t.presentiChi(presenti.length)}
          onClick={() => apri('presenti')}
        >
          {formatNumero(presenti.length)}
        </button>
        <span>{t.presentiSu(dati.ospiti.length, posti)}</span>
      </div>
      <div className={css['misura']} aria-hidden>
        <span style={{ width: `${posti === 0 ? 0 : Math.min(100, (occupati / posti) * 100)}%` }} />
      </div>
      <div className={css['liberi']}>
        <span>{t.postiLiberi}:</span>
        <div className={css['moduli']}>
          {dati.moduli.map((m) => (
            <button
              key={m.codice}
              type="button"
              className={css['posto']}
              aria-expanded={scelta === m.codice}
              onClick={() => apri(m.codice)}
            >
              {t.liberi(m.nome, m.disponibili - m.occupati)}
            </button>
          ))}
        </div>
      </div>
      {scelta !== null && <Persone ospiti={scelti} onEsce={onEsce} />}
      {dati.ospiti.length === 0 && <p className={css['tenue']}>{t.nessunOspite}</p>}
    </Pannello>
  );
}

/** Each with the way out, or back. */
function Persone({ ospiti, onEsce }: { ospiti: Oggi['ospiti']; onEsce: Props['onEsce'] }) {
  const formatNome = useFormatNome();
  return (
    <ul className={css['persone']} aria-label={t.chiChe}>
      {ospiti.map((o) => (
        <li key={o.ingressoId}>
          <Link to="/ospiti/$ospite" params={{ ospite: o.ospiteId }}>
            {formatNome(o.cognome, o.nome)}
          </Link>
          <span className={css['tenue']}>{o.fuori ? t.assente(o.codice ?? '') : (o.modulo ?? '')}</span>
          {onEsce && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={(o.fuori ? t.rientraChi : t.esceChi)(formatNome(o.cognome, o.nome))}
              onClick={() => onEsce(o)}
            >
              {o.fuori ? t.rientra : t.esce}
            </Button>
          )}
          <div className={css['avvertenze']}>
            <AvvertenzeDi ospiti={[o.ospiteId]} />
          </div>
        </li>
      ))}
    </ul>
  );
}
