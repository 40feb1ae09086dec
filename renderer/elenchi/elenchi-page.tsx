import { LinkBottone } from '../pannello/link-bottone.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Elenchi } from './elenchi.tsx';
import { Regole } from './regole.tsx';

const t = testi.elenchi;

/** `#/impostazioni/elenchi`: the values of the menus, the rules of the deadlines. */
export function ElenchiPage() {
  const sessione = useSessione();
  if (!sessione?.utente) return null;
  const { ruolo } = sessione.utente;
  const puo = canCall(ruolo, 'vociLista.save');
  return (
    <Pagina titolo={t.titolo} azioni={<LinkBottone to="/impostazioni">{t.torna}</LinkBottone>}>
      <div className={pannello['sezioni']}>
        {!puo && <p className={pannello['cosa']}>{t.soloResponsabile}</p>}
        <Elenchi oggi={sessione.oggi} puo={puo} />
        {canCall(ruolo, 'regoleScadenza.list') && <Regole puo={puo} />}
      </div>
    </Pagina>
  );
}
