import { Button, NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import type { Nascita } from '../../domain/nascita.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import type { CampoScheda as Campo } from '../../electron/contract/scheda.ts';
import { useCommand, useEndpoint, useEndpointOra } from '../api/index.ts';
import { Contese } from '../form/contese.tsx';
import { useCorrezione } from '../form/correzione.ts';
import cssForm from '../form/form.module.css';
import { Ripreso } from '../form/ripreso.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso, useRiparte } from '../form/use-form-sospeso.ts';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { CampoScheda } from './campo-scheda.tsx';
import { descriviCampo } from './descrivi.ts';
import { Nucleo } from './nucleo.tsx';
import css from './scheda.module.css';
import { campiDi, campoChiesto, leggiScheda, type Parte, type Scheda, type ValoriScheda, valoriDi } from './valori.ts';

const t = testi.scheda;

/** The parts shown: that of minors only where it means something. */
function partiDi(scheda: Scheda, utenza: string): Parte[] {
  const minore = utenza === 'MINORE' || scheda.etaIngresso < 18;
  return minore ? ['percorso', 'minore', 'situazione', 'salute'] : ['percorso', 'situazione', 'salute'];
}

interface Props {
  scheda: Scheda;
  ruolo: Ruolo;
  oggi: Giorno;
  nascita: Nascita;
  /** the field to go back to after a saving */
  fuoco: string | undefined;
  onSalvata: (campo: string | undefined) => void;
}

function FormScheda({ scheda, ruolo, oggi, nascita, fuoco, onSalvata }: Props) {
  const scritti = valoriDi(scheda.campi);
  const sospeso = useFormSospeso<ValoriScheda>(`scheda:${scheda.ingressoId}`, { defaultValues: scritti });
  useRiparte(sospeso, scritti);
  const { form } = sospeso;
  const { correzione, contese, chiedi, scegli } = useCorrezione(
    sospeso,
    (valori) => leggiScheda(valori, oggi),
    (campo, valore) => form.setValue(campo, valoriDi({ ...scheda.campi, [campo]: valore })[campo]),
  );
  const { campo: chiesto } = useSearch({ strict: false }) as { campo?: string };
  const scelte = useEndpoint('ingressi.getScelte', { struttura: scheda.struttura.codice, giorno: oggi }).data;
  const salva = useCommand('ingressi.saveScheda');
  const dire = useSalvato();
  const etichetta = useEtichette();
  const [primo] = useState(() => fuoco ?? campoChiesto(chiesto, scheda.campi, ruolo));
  useEffect(() => {
    // the form knows where each field is typed in; a list keeps its name on a hidden one
    if (primo !== undefined) form.setFocus(primo as Campo);
  }, [primo, form]);
  const utenza = form.watch('utenza');
  const invia = form.handleSubmit(async () => {
    const attivo = document.activeElement?.getAttribute('name') ?? undefined;
    const esito = await salva.mutateAsync({ id: scheda.ingressoId, ...correzione() });
    if (chiedi(esito)) return;
    sospeso.fatto();
    dire(t.salvata, { voce: esito.voce, avvisi: [] });
    onSalvata(attivo);
  });
  return (
    <form noValidate className={css['scheda']} onSubmit={(e) => void invia(e).catch(() => undefined)}>
      <Ripreso sospeso={sospeso} />
      {partiDi(scheda, utenza).map((parte) => (
        <Pannello key={parte} titolo={t.parti[parte]} accanto={parte === 'salute' && t.dichiarate}>
          <div className={cssForm['campi']}>
            {campiDi(parte, ruolo).map((campo) => (
              <CampoScheda
                key={campo}
                control={form.control}
                campo={campo}
                oggi={oggi}
                dataIngresso={scheda.dataIngresso}
                nascita={nascita}
                scelte={scelte}
              />
            ))}
          </div>
        </Pannello>
      ))}
      {salva.error && <ErroreInPagina errore={salva.error} />}
      <Contese
        contese={contese}
        etichetta={(campo) => t.campi[campo as Campo]}
        mostra={(campo, valore) => descriviCampo(campo as Campo, valore, etichetta)}
        onScegli={scegli}
      />
      <div className={cssForm['fondo']}>
        <Button
          type="submit"
          loading={salva.isPending}
          disabled={!form.formState.isDirty && sospeso.ripresoAtMs === null}
        >
          {t.salva}
        </Button>
        <Manca scheda={scheda} />
      </div>
    </form>
  );
}

/** What is still to be written: said, never in the way. */
function Manca({ scheda }: { scheda: Scheda }) {
  const { manca, durata } = scheda;
  return (
    <p className={cssForm['manca']} data-manca={manca.length > 0 || undefined}>
      {manca.length > 0 ? t.manca(manca.join(', ')) : t.completa}
      {durata && (
        <span data-passata={durata.giorni < 0 || undefined}>
          {t.durata(formatGiornoEsteso(durata.fine), durata.giorni, durata.concordata)}
        </span>
      )}
    </p>
  );
}

function Una({ ingressoId, ...di }: { ingressoId: string } & Pick<Props, 'ruolo' | 'oggi' | 'nascita'>) {
  const { data, error, refetch } = useEndpointOra('ingressi.getScheda', { ingressoId });
  const [giro, setGiro] = useState<{ n: number; fuoco: string | undefined }>({ n: 0, fuoco: undefined });
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={10} testo={t.lettura} />;
  return (
    <div className={css['colonne']}>
      <FormScheda
        key={giro.n}
        scheda={data}
        {...di}
        fuoco={giro.fuoco}
        onSalvata={(fuoco) => setGiro(({ n }) => ({ n: n + 1, fuoco }))}
      />
      <Nucleo scheda={data} puo={canCall(di.ruolo, 'nuclei.register')} />
    </div>
  );
}

/** The tab «Scheda d'ingresso»: of the stay that is going on, or of another one. */
export function SchedaSezione({ cartella, ruolo, oggi }: PropsSezione) {
  const [scelta, setScelta] = useState('');
  const { permanenze } = cartella;
  const aperta = permanenze.find((p) => p.ingressoId === scelta) ?? permanenze[0];
  if (!aperta || !canCall(ruolo, 'ingressi.getScheda')) return <p className={css['vuota']}>{t.nessuna}</p>;
  return (
    <>
      {permanenze.length > 1 && (
        <NativeSelect
          className={css['quale'] ?? ''}
          label={t.diQuale}
          value={aperta.ingressoId}
          onChange={(e) => setScelta(e.currentTarget.value)}
        >
          {permanenze.map((p) => (
            <option key={p.ingressoId} value={p.ingressoId}>
              {t.quale(p.struttura.nome, formatGiornoBreve(p.dataIngresso))}
            </option>
          ))}
        </NativeSelect>
      )}
      <Una
        key={aperta.ingressoId}
        ingressoId={aperta.ingressoId}
        ruolo={ruolo}
        oggi={oggi}
        nascita={cartella.dataNascita}
      />
    </>
  );
}
