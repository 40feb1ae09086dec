import { FormProvider } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatNascita, scriviNascita } from '../../domain/nascita.ts';
import { nomePaese } from '../../domain/paese.ts';
import { useCommand } from '../api/index.ts';
import { Contese } from '../form/contese.tsx';
import { useCorrezione } from '../form/correzione.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import type { Cartella } from '../ospite/cartella.ts';
import { testi } from '../testi/index.ts';
import { CampiCodice, CampiNascita, CampiNome, CampiRecapito } from './campi-identita.tsx';
import { PossibiliDoppioni } from './doppioni.tsx';
import { type CampiIdentita, leggiIdentita, scriviIdentita, type ValoriIdentita } from './valori.ts';

const t = testi.identita;
const ETICHETTE: Readonly<Record<string, string>> = {
  ...{ cognome: t.cognome, nome: t.nome, sesso: t.sesso, dataNascita: t.dataNascita, luogoNascita: t.luogo },
  ...{ tipoIdentificativo: t.tipo, codiceFiscale: t.codice, identificativoDal: t.dal, cittadinanza: t.cittadinanza },
  ...{ residenza: t.residenza, telefono: t.telefono, identitaDaConfermare: t.daConfermare },
};

/** A value of the contract as people read it. */
function mostra(campo: string, valore: unknown): string {
  if (typeof valore === 'boolean') return valore ? testi.comune.si : testi.comune.no;
  if (typeof valore !== 'string') return '';
  if (campo === 'dataNascita') return formatNascita(valore);
  if (campo === 'identificativoDal') return formatGiornoBreve(valore);
  if (campo === 'cittadinanza') return nomePaese(valore);
  return campo === 'tipoIdentificativo' ? (t.tipi[valore] ?? valore) : valore;
}

/** Corrects who a guest is. */
export function IdentitaForm({ cartella, oggi, onChiudi }: { cartella: Cartella; oggi: Giorno; onChiudi: () => void }) {
  const salva = useCommand('ospiti.save');
  const detto = useSalvato();
  const sospeso = useFormSospeso<ValoriIdentita>(`identita:${cartella.id}`, {
    defaultValues: scriviIdentita(cartella),
  });
  const { form } = sospeso;
  const { correzione, contese, chiedi, scegli } = useCorrezione(
    sospeso,
    (valori) => leggiIdentita(valori, oggi),
    (campo: keyof CampiIdentita & string, valore) =>
      form.setValue(campo, typeof valore === 'boolean' ? valore : mostraNelCampo(campo, valore), { shouldDirty: true }),
  );
  const invia = form.handleSubmit(() =>
    salva.mutate(
      { id: cartella.id, ...correzione() },
      {
        onSuccess: (esito) => {
          if (chiedi(esito)) return;
          sospeso.fatto();
          detto(t.salvata, esito);
          onChiudi();
        },
      },
    ),
  );
  return (
    <FormLaterale
      titolo={t.titolo}
      sospeso={sospeso}
      errore={salva.error}
      inCorso={salva.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <FormProvider {...form}>
        <Contese contese={contese} etichetta={(campo) => ETICHETTE[campo] ?? campo} mostra={mostra} onScegli={scegli} />
        <CampiNome />
        <PossibiliDoppioni oggi={oggi} tranne={cartella.id} />
        <CampiNascita oggi={oggi} />
        <CampiCodice oggi={oggi} />
        <CampiRecapito />
      </FormProvider>
    </FormLaterale>
  );
}

function mostraNelCampo(campo: string, valore: unknown): string {
  if (typeof valore !== 'string') return '';
  if (campo === 'dataNascita') return scriviNascita(valore);
  return campo === 'identificativoDal' ? formatGiornoBreve(valore) : valore;
}
