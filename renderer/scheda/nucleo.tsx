import { Link } from '@tanstack/react-router';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatNascita } from '../../domain/nascita.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './scheda.module.css';
import type { Scheda } from './valori.ts';

const t = testi.scheda;

/** The family admitted together: each a link to their own record. */
export function Nucleo({ scheda, puo }: { scheda: Scheda; puo: boolean }) {
  const formatNome = useFormatNome();
  const { nucleo, struttura, ingressoId } = scheda;
  const aggiungi = puo && scheda.dataDimissione === null && (
    <LinkBottone to="/ingresso/$struttura" params={{ struttura: struttura.codice }} search={{ con: ingressoId }}>
      {t.aggiungi}
    </LinkBottone>
  );
  return (
    <Pannello titolo={nucleo ? t.nucleo(nucleo.nome) : t.nucleoSolo} azioni={aggiungi}>
      {!nucleo && <p className={css['vuota']}>{t.nessunNucleo}</p>}
      <ul className={css['nucleo']}>
        {nucleo?.membri.map((membro) => (
          <li key={membro.ingressoId}>
            <Link to="/ospiti/$ospite" params={{ ospite: membro.ospiteId }} search={{ sezione: 'scheda' }}>
              {formatNome(membro.cognome, membro.nome)}
            </Link>{' '}
            <span>
              {[
                testi.ingresso.natoIl(formatNascita(membro.dataNascita)),
                t[membro.legame ?? 'stessoNucleo'],
                membro.dataDimissione === null ? '' : t.dimesso(formatGiornoBreve(membro.dataDimissione)),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Pannello>
  );
}
