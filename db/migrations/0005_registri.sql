CREATE TABLE `allegati` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`ingresso_id` text,
	`tipo` text NOT NULL,
	`titolo` text NOT NULL,
	`nome_file` text NOT NULL,
	`mime` text NOT NULL,
	`dimensione` integer NOT NULL,
	`sha256` text NOT NULL,
	`data` text,
	`scadenza` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allegati_ospite` ON `allegati` (`ospite_id`);--> statement-breakpoint
CREATE INDEX `allegati_scadenza` ON `allegati` (`scadenza`);--> statement-breakpoint
CREATE TABLE `allegati_file` (
	`allegato_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`allegato_id`) REFERENCES `allegati`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assenze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`tipo` text,
	`codice` text NOT NULL,
	`uscita` text NOT NULL,
	`ora_uscita` text,
	`rientro_previsto` text,
	`ora_prevista` text,
	`rientro` text,
	`ora_rientro` text,
	`accompagnatore` text,
	`destinazione` text,
	`motivo` text,
	`uscita_assente` integer DEFAULT true NOT NULL,
	`rientro_assente` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assenze_ingresso` ON `assenze` (`ingresso_id`,`uscita`);--> statement-breakpoint
CREATE TABLE `regole_assenza` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ente_pagante` text,
	`dal` text NOT NULL,
	`al` text,
	`uscita_assente` integer NOT NULL,
	`rientro_assente` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gruppi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`titolo` text NOT NULL,
	`area` text NOT NULL,
	`giorno_settimana` integer NOT NULL,
	`ora` text,
	`ore` real,
	`operatori` integer,
	`volontari` integer,
	`dal` text NOT NULL,
	`al` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gruppi_struttura` ON `gruppi` (`struttura_id`);--> statement-breakpoint
CREATE TABLE `avvertenze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`tipo` text NOT NULL,
	`testo` text NOT NULL,
	`dal` text NOT NULL,
	`al` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `avvertenze_ospite` ON `avvertenze` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `diario` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`ospite_id` text,
	`tipo` text NOT NULL,
	`data` text NOT NULL,
	`ora` text NOT NULL,
	`testo` text NOT NULL,
	`importante` integer DEFAULT false NOT NULL,
	`autore_id` text NOT NULL,
	`autore` text NOT NULL,
	`aggiunge_a` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `diario_struttura` ON `diario` (`struttura_id`,`data`,`ora`);--> statement-breakpoint
CREATE INDEX `diario_ospite` ON `diario` (`ospite_id`,`data`);--> statement-breakpoint
CREATE INDEX `diario_voce` ON `diario` (`struttura_id`,`voce`);--> statement-breakpoint
CREATE INDEX `diario_aggiunge` ON `diario` (`aggiunge_a`);--> statement-breakpoint
CREATE TABLE `letture_diario` (
	`account_id` text NOT NULL,
	`struttura_id` text NOT NULL,
	`fino_a_voce` integer NOT NULL,
	PRIMARY KEY(`account_id`, `struttura_id`),
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `udienze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`misura_id` text,
	`data` text NOT NULL,
	`ora` text,
	`autorita` text,
	`luogo` text,
	`accompagnatore` text,
	`esito` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`misura_id`) REFERENCES `misure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `udienze_ospite` ON `udienze` (`ospite_id`,`data`);--> statement-breakpoint
CREATE TABLE `violazioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`misura_id` text,
	`data` text NOT NULL,
	`fatto` text NOT NULL,
	`comunicata_a` text,
	`comunicata_il` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`misura_id`) REFERENCES `misure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `violazioni_ospite` ON `violazioni` (`ospite_id`,`data`);--> statement-breakpoint
CREATE TABLE `voci_lista` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`lista` text NOT NULL,
	`valore` text NOT NULL,
	`etichetta` text NOT NULL,
	`sinonimi` text,
	`dal` text,
	`al` text,
	`ordine` integer NOT NULL,
	`origine` text DEFAULT 'locale' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `voci_lista_lista` ON `voci_lista` (`lista`);--> statement-breakpoint
CREATE TABLE `nuclei` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`nome` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operatori` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`nome` text NOT NULL,
	`qualifica` text,
	`dal` text NOT NULL,
	`al` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `operatori_struttura` ON `operatori` (`struttura_id`);--> statement-breakpoint
CREATE TABLE `azioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`obiettivo_id` text NOT NULL,
	`testo` text NOT NULL,
	`chi` text,
	`entro` text,
	`fatta_il` text,
	FOREIGN KEY (`obiettivo_id`) REFERENCES `obiettivi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `azioni_obiettivo` ON `azioni` (`obiettivo_id`);--> statement-breakpoint
CREATE TABLE `evidenze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`obiettivo_id` text NOT NULL,
	`tabella` text NOT NULL,
	`riga_id` text NOT NULL,
	FOREIGN KEY (`obiettivo_id`) REFERENCES `obiettivi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidenze_obiettivo` ON `evidenze` (`obiettivo_id`);--> statement-breakpoint
CREATE TABLE `obiettivi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`progetto_id` text NOT NULL,
	`area` text NOT NULL,
	`testo` text NOT NULL,
	`indicatore` text,
	`entro` text,
	`stato` text DEFAULT 'aperto' NOT NULL,
	FOREIGN KEY (`progetto_id`) REFERENCES `progetti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `obiettivi_progetto` ON `obiettivi` (`progetto_id`);--> statement-breakpoint
CREATE TABLE `progetti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`data` text NOT NULL,
	`sintesi` text,
	`redatto_da` text,
	`condiviso_con` text,
	`al` text,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `progetti_ingresso` ON `progetti` (`ingresso_id`,`data`);--> statement-breakpoint
CREATE TABLE `verifiche_progetto` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`progetto_id` text NOT NULL,
	`data` text NOT NULL,
	`esito` text,
	`partecipanti` text,
	`prossima` text,
	FOREIGN KEY (`progetto_id`) REFERENCES `progetti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `verifiche_progetto_progetto` ON `verifiche_progetto` (`progetto_id`,`data`);--> statement-breakpoint
CREATE TABLE `relazioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`tipo` text NOT NULL,
	`data` text NOT NULL,
	`destinatario` text,
	`sezioni` text NOT NULL,
	`autore` text NOT NULL,
	`inviata_il` text,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relazioni_ingresso` ON `relazioni` (`ingresso_id`,`data`);--> statement-breakpoint
CREATE TABLE `adempimenti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`regola` text NOT NULL,
	`oggetto_id` text NOT NULL,
	`ospite_id` text NOT NULL,
	`entro` text NOT NULL,
	`fatto_il` text NOT NULL,
	`nota` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adempimenti_oggetto` ON `adempimenti` (`regola`,`oggetto_id`);--> statement-breakpoint
CREATE INDEX `adempimenti_ospite` ON `adempimenti` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `promemoria` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`ospite_id` text,
	`testo` text NOT NULL,
	`entro` text NOT NULL,
	`fatto_il` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promemoria_struttura` ON `promemoria` (`struttura_id`,`entro`);--> statement-breakpoint
CREATE INDEX `promemoria_ospite` ON `promemoria` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `regole_scadenza` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`regola` text NOT NULL,
	`modulo_id` text,
	`giorni` integer,
	`mesi` integer,
	`anticipo` integer DEFAULT 30 NOT NULL,
	`attiva` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`modulo_id`) REFERENCES `moduli`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sospesi` (
	`account_id` text NOT NULL,
	`chiave` text NOT NULL,
	`dati` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`account_id`, `chiave`)
);
--> statement-breakpoint
CREATE TABLE `alloggi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`dal` text NOT NULL,
	`stanza_id` text,
	`letto` text,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stanza_id`) REFERENCES `stanze`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alloggi_ingresso` ON `alloggi` (`ingresso_id`);--> statement-breakpoint
CREATE TABLE `stanze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`modulo_id` text,
	`nome` text NOT NULL,
	`letti` integer NOT NULL,
	`dal` text NOT NULL,
	`al` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`modulo_id`) REFERENCES `moduli`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stanze_struttura` ON `stanze` (`struttura_id`);--> statement-breakpoint
ALTER TABLE `contatti` ADD `tipo` text;--> statement-breakpoint
ALTER TABLE `contatti` ADD `incontri` text;--> statement-breakpoint
ALTER TABLE `attivita` ADD `gruppo_id` text REFERENCES gruppi(id);--> statement-breakpoint
ALTER TABLE `attivita` ADD `stato` text DEFAULT 'fatto' NOT NULL;--> statement-breakpoint
ALTER TABLE `attivita` ADD `ora` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `stato` text DEFAULT 'fatto' NOT NULL;--> statement-breakpoint
ALTER TABLE `incontri` ADD `ora` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `tipo_famiglia` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `protetto` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `incontri` ADD `partecipanti` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `operatori` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `esito` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `relazione_entro` text;--> statement-breakpoint
ALTER TABLE `incontri` ADD `relazione_data` text;--> statement-breakpoint
ALTER TABLE `misure` ADD `provvedimento` text;--> statement-breakpoint
ALTER TABLE `misure` ADD `prescrizioni` text;--> statement-breakpoint
ALTER TABLE `visite` ADD `stato` text DEFAULT 'fatto' NOT NULL;--> statement-breakpoint
ALTER TABLE `visite` ADD `ora` text;--> statement-breakpoint
ALTER TABLE `visite` ADD `accompagnatore` text;--> statement-breakpoint
ALTER TABLE `visite` ADD `mezzo` text;--> statement-breakpoint
ALTER TABLE `visite` ADD `prossima` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `nucleo_id` text REFERENCES nuclei(id);--> statement-breakpoint
ALTER TABLE `ingressi` ADD `case_manager` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `fasas` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `informativa_il` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `certificazione` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `certificazione_il` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `dichiarato_il` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `fine_prevista` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `titolo_accoglienza` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `responsabilita_genitoriale` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `tutore` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `scuola` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `abitazione_uscita` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `occupazione_uscita` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `oggetti_resi` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `documenti_resi` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `comunicazioni` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `note_dimissione` text;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `identificativo_dal` text;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `luogo_nascita_codice` text;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `residenza` text;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `telefono` text;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `identita_da_confermare` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `ospiti` ADD `foto_id` text;--> statement-breakpoint
ALTER TABLE `posti` ADD `motivo` text;--> statement-breakpoint
CREATE VIRTUAL TABLE `diario_cerca` USING fts5(`id` UNINDEXED, `testo`, tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `diario_cerca` (`id`, `testo`) SELECT `id`, `testo` FROM `diario`;--> statement-breakpoint
CREATE TRIGGER `diario_cerca_nuova` AFTER INSERT ON `diario` BEGIN INSERT INTO `diario_cerca` (`id`, `testo`) VALUES (new.`id`, new.`testo`); END;
