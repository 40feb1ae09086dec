import { Button } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { codiceFiscaleDa, dataNelCodice, isCodiceFiscale, luogoNelCodice } from '../../domain/codice-fiscale.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { avvisiIdentificativo } from '../../domain/identificativo.ts';
import { giornoDiNascita, isPresunta, parseNascita } from '../../domain/nascita.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { type Luogo, scriviLuogo, useLuogoScelto } from './campo-luogo.tsx';
import css from './identita.module.css';
import type { ValoriIdentita } from './valori.ts';

const t = testi.identita;

/** What is typed so far, as the domain's rules take it. */
export function useIdentitaScritta(oggi: Giorno) {
  const { control } = useFormContext<ValoriIdentita>();
  const v = useWatch({ control }) as ValoriIdentita;
  const nascita = parseNascita(v.dataNascita, oggi);
  const luogo = useLuogoScelto(v.luogoNascitaCodice, nascita === undefined ? null : giornoDiNascita(nascita));
  return {
    ...v,
    luogo,
    dataNascita: nascita ?? '',
    identificativoDal: parseGiorno(v.identificativoDal, oggi) ?? null,
    luogoNascitaCodice: codiceAtteso(v, luogo),
  };
}

/** The code of the place that a codice fiscale is expected to have: of the day of birth, one of its history where the code has that. */
function codiceAtteso({ luogoNascitaCodice, codiceFiscale }: ValoriIdentita, luogo: Luogo | undefined): string | null {
  if (luogoNascitaCodice === '') return null;
  const nelCodice = luogoNelCodice(codiceFiscale);
  if (nelCodice !== undefined && luogo?.codici.includes(nelCodice)) return nelCodice;
  if (luogo === undefined || luogo.avviso === '') return luogoNascitaCodice;
  const [, solo, altro] = luogo.codici;
  return altro === undefined ? (solo ?? null) : null;
}

/** Something that follows from the rest, offered and never written by itself. */
function Proposta({ frase, azione, onUsa }: { frase: string; azione: string; onUsa: () => void }) {
  return (
    <p className={css['proposta']}>
      <span>{frase}</span>
      <Button variant="subtle" size="compact-sm" aria-label={azione} onClick={onUsa}>
        {t.usa}
      </Button>
    </p>
  );
}

/** Under the codice fiscale: what does not agree, what the data would give, what the code says of the place. Never a refusal. */
export function RilieviIdentita({ oggi }: { oggi: Giorno }) {
  const { setValue } = useFormContext<ValoriIdentita>();
  const dati = useIdentitaScritta(oggi);
  const { tipoIdentificativo: tipo, codiceFiscale: codice } = dati;
  const scritto = codice.trim().length >= 11;
  const avvisi = scritto ? avvisiIdentificativo({ ...dati, tipo: tipo || null, codice }, oggi) : [];
  const proposto = codice.trim() === '' && (tipo === '' || tipo === 'CF') ? codiceFiscaleDa(dati) : undefined;
  const nelCodice = dati.luogoNascita.trim() === '' && isCodiceFiscale(codice) ? luogoNelCodice(codice) : undefined;
  const nascita = dati.dataNascita === '' ? null : giornoDiNascita(dati.dataNascita);
  const luogo = useLuogoScelto(nelCodice ?? '', nascita);
  const allora = dati.luogo?.oggi === dati.luogoNascita.trim() ? dati.luogo : undefined;
  const giornoNelCodice = isPresunta(dati.dataNascita) ? dataNelCodice(codice, dati.dataNascita) : undefined;
  return (
    <>
      {avvisi.length > 0 && <Riquadro tono="attenzione">{avvisi.join(' ')}</Riquadro>}
      {proposto !== undefined && (
        <Proposta
          frase={t.proposta(proposto)}
          azione={t.usaCodice(proposto)}
          onUsa={() => {
            setValue('codiceFiscale', proposto, { shouldDirty: true });
            setValue('tipoIdentificativo', 'CF', { shouldDirty: true });
          }}
        />
      )}
      {allora?.avviso === '' && (
        <Proposta
          frase={t.luogoAllora(scriviLuogo(allora))}
          azione={t.usaLuogo(scriviLuogo(allora))}
          onUsa={() => setValue('luogoNascita', scriviLuogo(allora), { shouldDirty: true })}
        />
      )}
      {giornoNelCodice !== undefined && (
        <Proposta
          frase={t.nascitaProposta(formatGiornoBreve(giornoNelCodice))}
          azione={t.usaNascita(formatGiornoBreve(giornoNelCodice))}
          onUsa={() => setValue('dataNascita', formatGiornoBreve(giornoNelCodice), { shouldDirty: true })}
        />
      )}
      {nelCodice !== undefined && luogo && (
        <Proposta
          frase={t.luogoProposto(scriviLuogo(luogo))}
          azione={t.usaLuogo(scriviLuogo(luogo))}
          onUsa={() => {
            setValue('luogoNascita', scriviLuogo(luogo), { shouldDirty: true });
            setValue('luogoNascitaCodice', luogo.codice, { shouldDirty: true });
          }}
        />
      )}
    </>
  );
}

/** Whether the code and everything it says agree: told beside the field. */
export function useCoerente(oggi: Giorno): boolean {
  const dati = useIdentitaScritta(oggi);
  const { codiceFiscale: codice, tipoIdentificativo: tipo } = dati;
  const completa =
    dati.cognome.trim() !== '' && dati.nome.trim() !== '' && dati.dataNascita !== '' && dati.sesso !== '';
  return (
    completa &&
    isCodiceFiscale(codice) &&
    avvisiIdentificativo({ ...dati, tipo: tipo || null, codice }, oggi).length === 0
  );
}
