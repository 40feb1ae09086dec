ALTER TABLE `ingressi` ADD `hiv_il` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `hcv_il` text;--> statement-breakpoint
ALTER TABLE `ingressi` ADD `invalidita_il` text;