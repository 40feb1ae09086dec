import { Button, TextInput } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import type { Contesa } from '../form/correzione.ts';
import { Ripreso } from '../form/ripreso.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { type FormSospeso, useFormSospeso, useRiparte } from '../form/use-form-sospeso.ts';
import { leggiGiorno, leggiTesto, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { avvisaErrore, ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './relazione.module.css';

const t = testi.relazione;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
type Relazione = Output<'relazioni.get'>;
type Valori = Record<string, string>;

/** The name of a section's field: sections keep their place in the whole, whatever is hidden. */
const campoDi = (n: number) => `sezioni_${n}`;

function valoriDi({ data, destinatario, inviataIl, sezioni }: Relazione): Valori {
  const testiSezioni = Object.fromEntries(sezioni.map(({ n, testo }) => [campoDi(n), testo]));
  return {
    data: scriviGiorno(data),
    destinatario: destinatario ?? '',
    inviataIl: scriviGiorno(inviataIl),
    ...testiSezioni,
  };
}

const isGiorno = (campo: string) => campo === 'data' || campo === 'inviataIl';

/** Of the form, what changed since it was seen, as the contract wants it. */
function cambiati(base: Valori, ora: Valori, { sezioni }: Relazione, oggi: string) {
  const leggi = (v: Valori) => ({
    data: leggiGiorno(v['data'] ?? '', oggi) ?? oggi,
    destinatario: leggiTesto(v['destinatario'] ?? ''),
    inviataIl: leggiGiorno(v['inviataIl'] ?? '', oggi),
  });
  const [da, a] = [leggi(base), leggi(ora)];
  const campi = (['data', 'destinatario', 'inviataIl'] as const).filter((campo) => da[campo] !== a[campo]);
  const solo = (valori: typeof da) => Object.fromEntries(campi.map((campo) => [campo, valori[campo]]));
  return {
    prima: solo(da) as Partial<typeof da>,
    dopo: solo(a) as Partial<typeof da>,
    sezioni: sezioni.flatMap(({ n }) => {
      const [prima = '', dopo = ''] = [base[campoDi(n)], ora[campoDi(n)]];
      return prima === dopo ? [] : [{ n, prima, dopo }];
    }),
  };
}

/** What of a report is sent, and what is asked when somebody changed the same meanwhile. */
function useSalvaRelazione(relazione: Relazione, oggi: string, sospeso: FormSospeso<Valori>) {
  // of the fields somebody else changed, what was seen when asked
  const [viste, setViste] = useState<Valori>({});
  const [contese, setContese] = useState<readonly Contesa[]>([]);
  const { mutateAsync, error, isPending } = useCommand('relazioni.save');
  const salvato = useSalvato();
  const daSalvare = (valori: Valori) => cambiati({ ...sospeso.base(), ...viste }, valori, relazione, oggi);
  /** @returns whether it was saved: false, it was refused or there is something to ask, and the page says what */
  const salva = async (valori: Valori): Promise<boolean> => {
    try {
      const esito = await mutateAsync({ id: relazione.id, ...daSalvare(valori) });
      setContese(esito.contese);
      if (esito.contese.length > 0) return false;
      sospeso.fatto();
      setViste({});
      salvato(t.salvata, esito);
      return true;
    } catch {
      // `error` says it
      return false;
    }
  };
  const scegli = ({ campo, loro }: Contesa, quale: 'mio' | 'loro') => {
    const nome = campo.replace('.', '_');
    const valore = isGiorno(campo) ? scriviGiorno(loro as string | null) : String(loro ?? '');
    setViste((altri) => ({ ...altri, [nome]: valore }));
    if (quale === 'loro') sospeso.form.setValue(nome, valore);
    setContese((tutte) => tutte.filter((una) => una.campo !== campo));
  };
  const isSalvata = (valori: Valori) => {
    const { dopo, sezioni } = daSalvare(valori);
    return Object.keys(dopo).length === 0 && sezioni.length === 0;
  };
  return { salva, isSalvata, errore: error, inCorso: isPending, contese, scegli };
}

/** The file says what the page says: what is not saved yet is saved first, and where that cannot be there is no file. */
function useDocx({ id }: Relazione, { salva, isSalvata }: ReturnType<typeof useSalvaRelazione>) {
  const { mutateAsync, isPending } = useCommand('relazioni.export');
  const salvaDocx = async (valori: Valori) => {
    if (!isSalvata(valori) && !(await salva(valori))) return;
    const { nome, bytes } = await mutateAsync({ id });
    consegnaFile(nome, bytes, t.docxFatto, DOCX);
  };
  return { docx: (valori: Valori) => salvaDocx(valori).catch(avvisaErrore), inCorso: isPending };
}

/** The parts of a report under their headings; what is typed is kept until it is saved. */
export function RelazioneForm({ relazione, oggi }: { relazione: Relazione; oggi: string }) {
  const scritti = valoriDi(relazione);
  const sospeso = useFormSospeso<Valori>(`relazione:${relazione.id}`, { defaultValues: scritti });
  useRiparte(sospeso, scritti);
  const { form } = sospeso;
  const salvataggio = useSalvaRelazione(relazione, oggi, sospeso);
  const { docx, inCorso } = useDocx(relazione, salvataggio);
  const inviata = relazione.inviataIl !== null;
  const invia = form.handleSubmit(async (valori) => void (await salvataggio.salva(valori)));
  const etichetta = (campo: string) =>
    relazione.sezioni.find(({ n }) => campo === `sezioni.${n}`)?.titolo ?? t[campo as 'data'] ?? campo;
  const mostra = (campo: string, valore: unknown) =>
    isGiorno(campo) ? scriviGiorno(valore as string | null) : String(valore ?? '');
  const giorno = { control: form.control, oggi };
  return (
    <form className={css['form']} noValidate onSubmit={(e) => void invia(e)}>
      <Ripreso sospeso={sospeso} />
      {salvataggio.errore && <ErroreInPagina errore={salvataggio.errore} />}
      <Contese contese={salvataggio.contese} etichetta={etichetta} mostra={mostra} onScegli={salvataggio.scegli} />
      <div className={css['capo']}>
        <CampoGiorno
          {...giorno}
          name="data"
          label={t.data}
          description={testi.form.giorno}
          rules={regolaGiorno(oggi, testi.form.giornoIgnoto)}
        />
        <TextInput
          label={t.destinatario}
          description={t.destinatarioCosa}
          autoComplete="off"
          readOnly={inviata}
          {...form.register('destinatario')}
        />
        <CampoGiorno
          {...giorno}
          name="inviataIl"
          label={t.inviataIl}
          description={relazione.tipo === 'dimissione' ? t.inviataDimissione : t.inviataCosa}
          passato
          rules={regolaGiorno(oggi)}
        />
      </div>
      {relazione.sezioni.map(({ n, titolo, testo }) =>
        inviata ? (
          <section key={n}>
            <h2>{titolo}</h2>
            <p className={css['testo']}>{testo}</p>
          </section>
        ) : (
          <CampoTesto key={n} label={titolo} campo={form.register(campoDi(n))} righe={3} />
        ),
      )}
      <div className={css['piede']}>
        <span>
          {relazione.autore}, {formatGiornoBreve(relazione.data)}
        </span>
        <span className={css['bottoni']}>
          <Button
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            loading={inCorso}
            onClick={() => void form.handleSubmit(docx)()}
          >
            {t.docx}
          </Button>
          <Button type="submit" loading={salvataggio.inCorso}>
            {t.salva}
          </Button>
        </span>
      </div>
    </form>
  );
}
