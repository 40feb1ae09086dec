import { useState } from 'react';
import { isVigente } from '../../domain/avvertenza.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { useTogli } from '../form/use-togli.ts';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga } from '../pannello/tabella.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import css from './avvertenza.module.css';
import { type Avvertenza, AvvertenzaForm } from './avvertenza-form.tsx';
import { SegnoAvvertenza } from './segno.tsx';

const t = testi.avvertenze;

function describeGiorni({ dal, al }: Avvertenza, oggi: Giorno): string {
  if (al === null) return t.dalGiorno(formatGiornoBreve(dal));
  return al < oggi ? t.finita(formatGiornoBreve(al)) : t.fino(formatGiornoBreve(dal), formatGiornoBreve(al));
}

/** Every alert of the guest, those that are over last; corrected and taken away from here. */
export function Avvertenze({ cartella, ruolo, oggi }: PropsSezione) {
  const [aperta, setAperta] = useState<Avvertenza | null>(null);
  const { togli } = useTogli('avvertenze.remove', t.tolta);
  const puo = canCall(ruolo, 'avvertenze.save');
  const vigenti = cartella.avvertenze.filter((una) => isVigente(una, oggi));
  const altre = cartella.avvertenze.filter((una) => !isVigente(una, oggi));
  return (
    <Pannello titolo={t.titolo}>
      {cartella.avvertenze.length === 0 && <p className={css['tenue']}>{t.nessuna}</p>}
      <ul className={css['elenco']}>
        {[...vigenti, ...altre].map((una) => (
          <li key={una.id}>
            {isVigente(una, oggi) ? (
              <SegnoAvvertenza {...una} />
            ) : (
              <span>
                {t.tipi[una.tipo]}: {una.testo}
              </span>
            )}
            <span className={css['tenue']}>{describeGiorni(una, oggi)}</span>
            {puo && (
              <span>
                <AzioneRiga dice={t.correggiDi(una.testo)} onClick={() => setAperta(una)}>
                  {testi.comune.correggi}
                </AzioneRiga>
                <AzioneRiga dice={t.togliDi(una.testo)} onClick={() => togli(una.id)}>
                  {t.togli}
                </AzioneRiga>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={css['tenue']}>{t.cosa}</p>
      {aperta && (
        <AvvertenzaForm cartella={cartella} avvertenza={aperta} oggi={oggi} onChiudi={() => setAperta(null)} />
      )}
    </Pannello>
  );
}
