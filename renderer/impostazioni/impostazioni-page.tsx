import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { ASPETTI } from '../shell/aspetto.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Blocco } from './blocco.tsx';
import { Chiavi } from './chiavi.tsx';
import { Copie } from './copie.tsx';
import { Depositi } from './depositi.tsx';
import { NumeriPiccoli } from './numeri-piccoli.tsx';
import { Persone } from './persone.tsx';
import { Recupero } from './recupero.tsx';
import { RegoleAssenza } from './regole-assenza.tsx';
import { Ricostruzione } from './ricostruzione.tsx';
import { Strutture } from './strutture.tsx';
import { Verifica } from './verifica.tsx';

const t = testi.impostazioni;

/** Light, dark, or as the system says. */
function Aspetto() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Pannello titolo={t.aspetto} accanto={t.aspettoCosa}>
      <SegmentedControl
        aria-label={t.aspetto}
        value={colorScheme}
        onChange={(scelto) => setColorScheme(scelto as MantineColorScheme)}
        transitionDuration={0}
        data={ASPETTI.map(({ id }) => ({ value: id, label: testi.shell.aspetti[id] }))}
      />
    </Pannello>
  );
}

/** The way to the values of the menus and to the rules of the deadlines. */
function ApriElenchi() {
  return (
    <Pannello
      titolo={testi.elenchi.titolo}
      azioni={<LinkBottone to="/impostazioni/elenchi">{testi.elenchi.apri}</LinkBottone>}
    >
      <p className={pannello['cosa']}>{testi.elenchi.apriCosa}</p>
    </Pannello>
  );
}

/** `#/impostazioni`: strutture, who may enter, exchange of keys, check of the data, appearance. */
export function ImpostazioniPage() {
  const sessione = useSessione();
  if (!sessione?.utente) return null;
  const { ruolo } = sessione.utente;
  const centrale = sessione.ruolo === 'centrale';
  return (
    <Pagina
      titolo={t.titolo}
      accanto={
        <span className={pannello['tenue']}>
          {centrale ? t.ruoloCentrale : t.ruoloComunita}, {t.versione(sessione.versione)}
        </span>
      }
    >
      <div className={pannello['sezioni']}>
        {canCall(ruolo, 'strutture.list') && <Strutture sessione={sessione} />}
        {!centrale && canCall(ruolo, 'regoleAssenza.save') && <RegoleAssenza oggi={sessione.oggi} />}
        {canCall(ruolo, 'liste.list') && <ApriElenchi />}
        <Persone sessione={sessione} />
        {canCall(ruolo, 'recupero.get') && <Recupero sessione={sessione} />}
        <Blocco sessione={sessione} />
        {canCall(ruolo, 'chiavi.list') ? (
          <Chiavi centrale={centrale} oggi={sessione.oggi} />
        ) : (
          <Pannello titolo={t.chiavi}>
            <p className={pannello['cosa']}>{t.soloChiavi}</p>
          </Pannello>
        )}
        {canCall(ruolo, 'copie.get') && <Copie oggi={sessione.oggi} />}
        {canCall(ruolo, centrale ? 'ricostruzioni.prepare' : 'ricostruzioni.import') && (
          <Ricostruzione centrale={centrale} />
        )}
        {centrale && canCall(ruolo, 'depositi.list') && <Depositi oggi={sessione.oggi} />}
        {canCall(ruolo, 'verifica.run') && <Verifica oggi={sessione.oggi} />}
        {canCall(ruolo, 'numeriPiccoli.save') && <NumeriPiccoli />}
        <Aspetto />
      </div>
    </Pagina>
  );
}
