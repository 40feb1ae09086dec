import { TextInput } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioIntero } from '../form/use-invio.ts';
import { leggiTesto } from '../form/valori.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoStanza } from './campo-stanza.tsx';
import type { Dormiente, Stanza } from './stanze.tsx';

const t = testi.casa;

interface Props {
  chi: Dormiente;
  stanze: readonly Stanza[];
  oggi: Giorno;
  onChiudi: () => void;
}

/** Where a guest sleeps from a day on. */
export function AlloggioForm({ chi, stanze, oggi, onChiudi }: Props) {
  const nome = useFormatNome()(chi.cognome, chi.nome);
  const sua = stanze.find((s) => s.chi.some((uno) => uno.ingressoId === chi.ingressoId));
  const letto = sua?.chi.find((uno) => uno.ingressoId === chi.ingressoId)?.letto ?? '';
  const sospeso = useFormSospeso(`alloggio:${chi.ingressoId}`, {
    defaultValues: { stanzaId: sua?.id ?? '', letto, dal: formatGiornoBreve(oggi) },
  });
  const { form } = sospeso;
  const invio = useInvioIntero({
    sospeso,
    comando: 'alloggi.assign',
    leggi: (v) => {
      const dal = parseGiorno(v.dal, oggi);
      if (dal === undefined) return;
      return { ingressoId: chi.ingressoId, dal, stanzaId: v.stanzaId || null, letto: leggiTesto(v.letto) };
    },
    frase: t.assegnata(nome),
    onChiudi,
  });
  return (
    <FormLaterale titolo={t.assegnaTitolo(nome)} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <CampoStanza stanze={stanze} campo={form.register('stanzaId')} primo />
      <TextInput label={t.letto} description={t.lettoCosa} autoComplete="off" {...form.register('letto')} />
      <CampoGiorno
        control={form.control}
        name="dal"
        label={t.daQuando}
        description={testi.form.giorno}
        oggi={oggi}
        rules={{ validate: (v) => parseGiorno(v, oggi) !== undefined || t.manca.data }}
      />
    </FormLaterale>
  );
}
