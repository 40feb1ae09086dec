import { Button, Drawer, Group, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Input, Output } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.copie;

type Luogo = Input<'copie.save'>['luoghi'][number];
type Tipo = Luogo['tipo'];
const TIPI = Object.keys(t.tipi) as Tipo[];

interface PropsLuogo {
  titolo: string;
  luogo: Luogo;
  suggeriti: readonly string[];
  manca: boolean;
  onCambia: (luogo: Luogo) => void;
}

/** One place: what it is and where. */
function CampoLuogo({ titolo, luogo, suggeriti, manca, onCambia }: PropsLuogo) {
  return (
    <fieldset className={css['gruppo']}>
      <legend>{titolo}</legend>
      <Radio.Group label={t.tipo} value={luogo.tipo} onChange={(tipo) => onCambia({ ...luogo, tipo: tipo as Tipo })}>
        <div className={css['scelteLuogo']}>
          {TIPI.map((tipo) => (
            <Radio key={tipo} value={tipo} label={`${t.tipi[tipo]}: ${t.tipiCosa[tipo]}`} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t.percorso}
        description={t.percorsoCosa}
        value={luogo.percorso}
        onChange={(e) => onCambia({ ...luogo, percorso: e.currentTarget.value })}
        error={manca ? t.manca.percorso : undefined}
      />
      {luogo.tipo === 'chiavetta' && suggeriti.length > 0 && (
        <div className={css['suggeriti']}>
          <span className={pannello['tenue']}>{t.suggerite}</span>
          {suggeriti.map((percorso) => (
            <Button key={percorso} variant="default" size="compact-sm" onClick={() => onCambia({ ...luogo, percorso })}>
              {percorso}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** One or two places for the copies. */
export function CopieLuoghiForm({ copie, onChiudi }: { copie: Output<'copie.get'>; onChiudi: () => void }) {
  const [luoghi, setLuoghi] = useState<Luogo[]>(copie.luoghi.map(({ percorso, tipo }) => ({ percorso, tipo })));
  const [provato, setProvato] = useState(false);
  const salva = useCommand('copie.save');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setProvato(true);
    if (luoghi.some((luogo) => luogo.percorso.trim() === '')) return;
    salva.mutate(
      { luoghi },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.salvati);
          onChiudi();
        },
      },
    );
  };
  return (
    <Drawer
      opened
      onClose={onChiudi}
      title={<b>{t.luoghiTitolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form onSubmit={invia} noValidate className={css['form']}>
        <p className={pannello['cosa']}>{t.luoghiCosa}</p>
        {salva.error && <ErroreInPagina errore={salva.error} />}
        {luoghi.map((luogo, index) => (
          <CampoLuogo
            key={index === 0 ? t.primo : t.secondo}
            titolo={index === 0 ? t.primo : t.secondo}
            luogo={luogo}
            suggeriti={copie.suggeriti}
            manca={provato && luogo.percorso.trim() === ''}
            onCambia={(nuovo) => setLuoghi(luoghi.map((altro, i) => (i === index ? nuovo : altro)))}
          />
        ))}
        <div>
          {luoghi.length === 1 ? (
            <Button variant="default" onClick={() => setLuoghi([...luoghi, { percorso: '', tipo: 'chiavetta' }])}>
              {t.aggiungi}
            </Button>
          ) : (
            <Button variant="subtle" onClick={() => setLuoghi(luoghi.slice(0, 1))}>
              {t.togli}
            </Button>
          )}
        </div>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onChiudi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={salva.isPending}>
            {testi.comune.salva}
          </Button>
        </Group>
      </form>
    </Drawer>
  );
}
