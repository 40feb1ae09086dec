import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { addMesiAlGiorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { TIPI_RELAZIONE, type TipoRelazione } from '../../domain/relazione.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { regolaGiorno } from '../form/valori.ts';
import type { Cartella } from '../ospite/cartella.ts';
import { testi } from '../testi/index.ts';

const t = testi.relazione;

interface Valori {
  tipo: TipoRelazione;
  ingressoId: string;
  dal: string;
  al: string;
}

interface Props {
  cartella: Cartella;
  oggi: string;
  onChiudi: () => void;
}

/** Which report, of which stay, about which days. */
export function NuovaRelazioneForm({ cartella, oggi, onChiudi }: Props) {
  const [ultima] = cartella.permanenze;
  const fine = ultima?.dataDimissione ?? oggi;
  const seiMesiFa = addMesiAlGiorno(fine, -6);
  const inizio = ultima && ultima.dataIngresso > seiMesiFa ? ultima.dataIngresso : seiMesiFa;
  const sospeso = useFormSospeso<Valori>(`relazione-nuova:${cartella.id}`, {
    defaultValues: {
      tipo: ultima?.dataDimissione ? 'dimissione' : 'aggiornamento',
      ingressoId: ultima?.ingressoId ?? '',
      dal: formatGiornoBreve(ultima?.dataDimissione ? ultima.dataIngresso : inizio),
      al: formatGiornoBreve(fine),
    },
  });
  const { form } = sospeso;
  const crea = useCommand('relazioni.create');
  const salvato = useSalvato();
  const navigate = useNavigate();
  const invia = form.handleSubmit(({ tipo, ingressoId, dal, al }) =>
    crea.mutate(
      { ingressoId, tipo, dal: parseGiorno(dal, oggi) ?? oggi, al: parseGiorno(al, oggi) ?? oggi },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(t.cominciata, esito);
          void navigate({ to: '/relazioni/$relazione', params: { relazione: esito.id } });
        },
      },
    ),
  );
  const giorno = {
    control: form.control,
    oggi,
    description: testi.form.giorno,
    rules: regolaGiorno(oggi, testi.form.giornoIgnoto),
  };
  return (
    <FormLaterale
      titolo={t.nuovaTitolo}
      sospeso={sospeso}
      azione={t.comincia}
      errore={crea.error}
      inCorso={crea.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <p style={{ margin: 0, color: 'var(--soft)' }}>{t.nuovaCosa}</p>
      <NativeSelect
        label={t.tipo}
        data={TIPI_RELAZIONE.map((value) => ({ value, label: t.tipi[value] ?? value }))}
        {...form.register('tipo')}
      />
      <NativeSelect
        label={t.permanenza}
        data={cartella.permanenze.map((p) => ({
          value: p.ingressoId,
          label: `${formatGiornoBreve(p.dataIngresso)}, ${p.struttura.nome}`,
        }))}
        {...form.register('ingressoId')}
      />
      <CampoGiorno {...giorno} name="dal" label={t.dal} />
      <CampoGiorno {...giorno} name="al" label={t.al} />
    </FormLaterale>
  );
}
