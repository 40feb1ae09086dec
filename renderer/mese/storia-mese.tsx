import { annoDi, type Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { SalvaCopia } from '../pannello/salva-copia.tsx';
import tabella from '../pannello/tabella.module.css';
import { Tabella } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './mese.module.css';
import { type Pacco, pacchiInOrdine } from './mese-stato.ts';

const t = testi.mese;

type Passo = Output<'mesi.check'>['storia'][number];

/** What happened to the month, newest first: closings, reopenings with their reason, parcels. */
export function StoriaMese({ storia, oggi }: { storia: readonly Passo[]; oggi: string }) {
  const scrivi = useTestoDiscreto();
  return (
    <Pannello titolo={t.storia}>
      <Tabella colonne={[t.quando, t.cosa, t.chi, t.motivo]}>
        {storia.map((passo) => (
          <tr key={`${passo.atMs} ${passo.azione}`}>
            <td className={tabella['intero']}>{formatIstante(passo.atMs, oggi)}</td>
            <td>
              {t.azione[passo.azione] ?? passo.azione}
              {passo.revisione === null ? '' : `, ${t.revisione(passo.revisione)}`}
            </td>
            <td className={tabella['intero']}>{passo.utente}</td>
            <td>{scrivi(passo.nota ?? '')}</td>
          </tr>
        ))}
      </Tabella>
    </Pannello>
  );
}

/** The parcels of the year, newest first, each with a way to have another copy. */
export function PacchiAnno({
  pacchi,
  mese,
  oggi,
  copie,
}: {
  pacchi: readonly Pacco[];
  mese: Mese;
  oggi: string;
  copie: boolean;
}) {
  const righe = pacchiInOrdine(pacchi);
  return (
    <Pannello titolo={t.pacchi(annoDi(mese))}>
      {righe.length === 0 ? (
        <p className={css['frase']}>{t.nessunPacco}</p>
      ) : (
        <ul className={css['pacchi']}>
          {righe.map((pacco) => (
            <li key={pacco.id}>
              <span className={css['paccoNome']}>{t.paccoRiga(pacco.mese, pacco.revisione)}</span>
              <span className={css['tenue']}>{t.preparato(formatIstante(pacco.createdAtMs, oggi))}</span>
              <span className={css['paccoNumero']}>{t.numero(pacco.numero)}</span>
              {copie && (
                <SalvaCopia
                  id={pacco.id}
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t.salvaCopiaDi(`${formatMese(pacco.mese)}, ${t.revisione(pacco.revisione)}`)}
                >
                  {t.salvaCopia}
                </SalvaCopia>
              )}
            </li>
          ))}
        </ul>
      )}
    </Pannello>
  );
}
