<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Give the floor / End, next</source>
        <translation>Donner la parole / Terminer, suivant</translation>
    </message>
    <message>
        <source>Question to the speaker</source>
        <translation>Question à l’orateur</translation>
    </message>
    <message>
        <source>Pause / Go on</source>
        <translation>Pause / Reprendre</translation>
    </message>
    <message>
        <source>End, floor free</source>
        <translation>Terminer, parole libre</translation>
    </message>
    <message>
        <source>30 seconds more</source>
        <translation>30 secondes de plus</translation>
    </message>
    <message>
        <source>30 seconds less</source>
        <translation>30 secondes de moins</translation>
    </message>
    <message>
        <source>Twice the time, for interpretation</source>
        <translation>Temps doublé, pour l’interprétation</translation>
    </message>
    <message>
        <source>Twice the time, for a disability</source>
        <translation>Temps doublé, pour un handicap</translation>
    </message>
    <message>
        <source>The Chair&apos;s own words</source>
        <translation>Paroles de la présidence</translation>
    </message>
    <message>
        <source>Point of order</source>
        <translation>Motion d’ordre</translation>
    </message>
    <message>
        <source>Point of order noted</source>
        <translation>Motion d’ordre&#xa0;: prise en note</translation>
    </message>
    <message>
        <source>Point of order upheld</source>
        <translation>Motion d’ordre&#xa0;: accueillie</translation>
    </message>
    <message>
        <source>Point of order dismissed</source>
        <translation>Motion d’ordre&#xa0;: rejetée</translation>
    </message>
    <message>
        <source>Procedural motion</source>
        <translation>Motion de procédure</translation>
    </message>
    <message>
        <source>Motion carried</source>
        <translation>Motion adoptée</translation>
    </message>
    <message>
        <source>Motion rejected</source>
        <translation>Motion rejetée</translation>
    </message>
    <message>
        <source>Motion withdrawn</source>
        <translation>Motion retirée</translation>
    </message>
    <message>
        <source>Suspend / Resume the sitting</source>
        <translation>Suspendre / Reprendre la séance</translation>
    </message>
    <message>
        <source>Close / Reopen the list</source>
        <translation>Clore / Rouvrir la liste</translation>
    </message>
    <message>
        <source>Set the limit with which the sitting ends in time</source>
        <translation>Fixer la limite qui fait finir la séance à l’heure</translation>
    </message>
    <message>
        <source>Announce the closing of the list</source>
        <translation>Annoncer la clôture de la liste</translation>
    </message>
    <message>
        <source>The gap counts</source>
        <translation>L’interruption compte</translation>
    </message>
    <message>
        <source>The gap does not count</source>
        <translation>L’interruption ne compte pas</translation>
    </message>
    <message>
        <source>Open the sitting</source>
        <translation>Ouvrir la séance</translation>
    </message>
    <message>
        <source>Close the sitting</source>
        <translation>Lever la séance</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Éd&amp;ition</translation>
    </message>
    <message>
        <source>&amp;Debate</source>
        <translation>&amp;Débat</translation>
    </message>
    <message>
        <source>&amp;Procedure</source>
        <translation>&amp;Procédure</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>D&amp;isplays</source>
        <translation>Éc&amp;rans</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>New session…</source>
        <translation>Nouvelle session…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>Fermer la session</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Report of a fault…</source>
        <translation>Rapport d’incident…</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier du journal technique</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo the last act, no typing</source>
        <translation>Annuler le dernier acte, non la saisie</translation>
    </message>
    <message>
        <source>Redo the last act, no typing</source>
        <translation>Rétablir le dernier acte, non la saisie</translation>
    </message>
    <message>
        <source>Write what waits for the disk</source>
        <translation>Écrire ce qui attend le disque</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>Débat</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Inscrire un nom</translation>
    </message>
    <message>
        <source>Note line</source>
        <translation>Ligne de note</translation>
    </message>
    <message>
        <source>Speakers list</source>
        <translation>Liste des orateurs</translation>
    </message>
    <message>
        <source>Find in the notes</source>
        <translation>Chercher dans les notes</translation>
    </message>
    <message>
        <source>Written contributions</source>
        <translation>Contributions écrites</translation>
    </message>
    <message>
        <source>New allotment for the speaker</source>
        <translation>Nouveau temps pour l’orateur</translation>
    </message>
    <message>
        <source>Another order of the list</source>
        <translation>Autre ordre de la liste</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Ordre…</translation>
    </message>
    <message>
        <source>Rights of reply</source>
        <translation>Droits de réponse</translation>
    </message>
    <message>
        <source>Interventions held</source>
        <translation>Interventions prononcées</translation>
    </message>
    <message>
        <source>Enter a speech held on paper</source>
        <translation>Saisir un discours noté sur papier</translation>
    </message>
    <message>
        <source>From paper…</source>
        <translation>Sur papier…</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Équilibre</translation>
    </message>
    <message>
        <source>Who said what on which theme</source>
        <translation>Qui a dit quoi sur quel thème</translation>
    </message>
    <message>
        <source>Hall display</source>
        <translation>Affichage de la salle</translation>
    </message>
    <message>
        <source>Chair&apos;s screen</source>
        <translation>Écran de la présidence</translation>
    </message>
    <message>
        <source>Hall dark / light again</source>
        <translation>Salle&#xa0;: noir / rallumer</translation>
    </message>
    <message>
        <source>Message to the hall</source>
        <translation>Message à la salle</translation>
    </message>
    <message>
        <source>Message to the speaker</source>
        <translation>Message à l’orateur</translation>
    </message>
    <message>
        <source>Print the speakers list…</source>
        <translation>Imprimer la liste des orateurs…</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exporter le compte rendu</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>Exporter le compte rendu…</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
    <message>
        <source>Export the report again</source>
        <translation>Exporter de nouveau le compte rendu</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Exporter de nouveau</translation>
    </message>
    <message>
        <source>The same report in the same place</source>
        <translation>Le même compte rendu au même endroit</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Aperçu du compte rendu</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The report as it would be written</source>
        <translation>Le compte rendu tel qu’il serait écrit</translation>
    </message>
    <message>
        <source>Who speaks, how long, who is next</source>
        <translation>Qui parle, combien de temps, qui suit</translation>
    </message>
    <message>
        <source>No note is chosen; there is none in this view.</source>
        <translation>Aucune note n’est choisie&#xa0;; il n’y en a pas dans cette vue.</translation>
    </message>
    <message>
        <source>This note belongs to no intervention.</source>
        <translation>Cette note n’est rattachée à aucune intervention.</translation>
    </message>
    <message>
        <source>There is no note above it to join it to.</source>
        <translation>Il n’y a pas de note au-dessus à laquelle la joindre.</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Terminer la recherche</translation>
    </message>
    <message>
        <source>Correct the note</source>
        <translation>Corriger la note</translation>
    </message>
    <message>
        <source>Join to the one above</source>
        <translation>Joindre à la précédente</translation>
    </message>
    <message>
        <source>Show its intervention or text</source>
        <translation>Montrer son intervention ou le texte</translation>
    </message>
    <message>
        <source>For the report or not</source>
        <translation>Pour le compte rendu ou non</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Rayer</translation>
    </message>
    <message>
        <source>Theme {number}; with Ctrl held, a further digit for those above 9</source>
        <translation>Thème {number}&#xa0;; Ctrl maintenu, un chiffre de plus pour ceux au-delà de 9</translation>
    </message>
    <message>
        <source>A theme that the floor brought up; 0 behind another digit</source>
        <translation>Un thème apporté par la salle&#xa0;; 0 après un autre chiffre</translation>
    </message>
    <message>
        <source>A theme that the floor brought up</source>
        <translation>Un thème amené par la salle</translation>
    </message>
    <message>
        <source>To the speaker before</source>
        <translation>À l’orateur précédent</translation>
    </message>
    <message>
        <source>This speech, theme, all</source>
        <translation>Cette intervention, thème, tout</translation>
    </message>
    <message>
        <source>By time, speaker, kind</source>
        <translation>Par heure, orateur, genre</translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation>Vider la ligne</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>No name is chosen; there is none on this list.</source>
        <translation>Aucun nom n’est choisi&#xa0;; cette liste est vide.</translation>
    </message>
    <message>
        <source>This name is the first already.</source>
        <translation>Ce nom est déjà le premier.</translation>
    </message>
    <message>
        <source>This name is the last already.</source>
        <translation>Ce nom est déjà le dernier.</translation>
    </message>
    <message>
        <source>No intervention is chosen; none was held yet.</source>
        <translation>Aucune intervention n’est choisie&#xa0;; il n’y en a pas encore eu.</translation>
    </message>
    <message>
        <source>Give the floor, or let be next</source>
        <translation>Donner la parole, ou mettre en tête</translation>
    </message>
    <message>
        <source>No theme is chosen; there is none yet.</source>
        <translation>Aucun thème n’est choisi&#xa0;; il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>There is no theme above it to join it to.</source>
        <translation>Il n’y a pas de thème au-dessus auquel le joindre.</translation>
    </message>
    <message>
        <source>This theme is the first already.</source>
        <translation>Ce thème est déjà le premier.</translation>
    </message>
    <message>
        <source>This theme is the last already.</source>
        <translation>Ce thème est déjà le dernier.</translation>
    </message>
    <message>
        <source>Add a theme</source>
        <translation>Ajouter un thème</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Changer le titre</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Join to the theme above</source>
        <translation>Joindre au thème précédent</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Make a theme out of the chosen one</source>
        <translation>Tirer un thème de celui qui est choisi</translation>
    </message>
    <message>
        <source>Read the text</source>
        <translation>Lire le texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove the theme</source>
        <translation>Retirer le thème</translation>
    </message>
    <message>
        <source>Correct the row</source>
        <translation>Corriger la ligne</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>Laisser la ligne de côté</translation>
    </message>
    <message>
        <source>No contribution is chosen; there is none yet.</source>
        <translation>Aucune contribution n’est choisie&#xa0;; il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>Save its file…</source>
        <translation>Enregistrer son fichier…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nouvelle inscription</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Back to where you came from</source>
        <translation>Retour d’où vous venez</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>To the text</source>
        <translation>Vers le texte</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Retour au registre</translation>
    </message>
    <message>
        <source>Theme up</source>
        <translation>Monter le thème</translation>
    </message>
    <message>
        <source>Theme down</source>
        <translation>Descendre le thème</translation>
    </message>
    <message>
        <source>Edit the title</source>
        <translation>Modifier le titre</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>Couper au curseur</translation>
    </message>
    <message>
        <source>Let be next</source>
        <translation>Mettre en tête</translation>
    </message>
    <message>
        <source>Not in the room</source>
        <translation>Pas dans la salle</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Remettre sur la liste</translation>
    </message>
    <message>
        <source>Correct the entry</source>
        <translation>Corriger l’inscription</translation>
    </message>
    <message>
        <source>Exchange places</source>
        <translation>Échanger les places</translation>
    </message>
    <message>
        <source>Reserve / not any more</source>
        <translation>Suppléant / plus suppléant</translation>
    </message>
    <message>
        <source>Correct times or speaker</source>
        <translation>Corriger les temps ou l’orateur</translation>
    </message>
    <message>
        <source>Show its notes</source>
        <translation>Montrer ses notes</translation>
    </message>
    <message>
        <source>Strike out: recorded by mistake</source>
        <translation>Supprimer&#xa0;: enregistré par erreur</translation>
    </message>
    <message>
        <source>Accept this order</source>
        <translation>Accepter cet ordre</translation>
    </message>
    <message>
        <source>Delegations or groups</source>
        <translation>Délégations ou groupes</translation>
    </message>
    <message>
        <source>Go to the notes of the cell</source>
        <translation>Aller aux notes de la case</translation>
    </message>
    <message>
        <source>Show the note in the debate</source>
        <translation>Montrer la note dans le débat</translation>
    </message>
    <message>
        <source>No note is chosen.</source>
        <translation>Aucune note n’est choisie.</translation>
    </message>
    <message>
        <source>No passage is chosen: this row is a section.</source>
        <translation>Aucun passage n’est choisi&#xa0;: cette ligne est une section.</translation>
    </message>
    <message>
        <source>This passage is the first already.</source>
        <translation>Ce passage est déjà le premier.</translation>
    </message>
    <message>
        <source>This passage is the last already.</source>
        <translation>Ce passage est déjà le dernier.</translation>
    </message>
    <message>
        <source>This is an element for the resolution already.</source>
        <translation>C’est déjà un élément de la résolution.</translation>
    </message>
    <message>
        <source>Write the synthesis</source>
        <translation>Écrire la synthèse</translation>
    </message>
    <message>
        <source>Put into the synthesis</source>
        <translation>Mettre dans la synthèse</translation>
    </message>
    <message>
        <source>Let the chosen passage rest on it</source>
        <translation>Fonder sur elle le passage choisi</translation>
    </message>
    <message>
        <source>Put into: {section}</source>
        <translation>Mettre dans&#xa0;: {section}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>To the operative elements</source>
        <translation>Vers les éléments du dispositif</translation>
    </message>
    <message>
        <source>To the preambular elements</source>
        <translation>Vers les éléments du préambule</translation>
    </message>
    <message>
        <source>Record it and begin the next</source>
        <translation>Enregistrer et commencer le suivant</translation>
    </message>
    <message>
        <source>Edit the entry</source>
        <translation>Modifier l’entrée</translation>
    </message>
    <message>
        <source>Put the remarks away</source>
        <translation>Ranger les remarques</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>Go where it comes from</source>
        <translation>Aller à la source</translation>
    </message>
    <message>
        <source>Back to the notes</source>
        <translation>Retour aux notes</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Chercher le précédent</translation>
    </message>
    <message>
        <source>Workbook, all tables (XLSX)</source>
        <translation>Classeur, tous les tableaux (XLSX)</translation>
    </message>
    <message>
        <source>Interventions (CSV)</source>
        <translation>Interventions (CSV)</translation>
    </message>
    <message>
        <source>Speakers list (CSV)</source>
        <translation>Liste des orateurs (CSV)</translation>
    </message>
    <message>
        <source>Notes (CSV)</source>
        <translation>Notes (CSV)</translation>
    </message>
    <message>
        <source>All tables (JSON)</source>
        <translation>Tous les tableaux (JSON)</translation>
    </message>
    <message>
        <source>None: the program&apos;s own</source>
        <translation>Aucun&#xa0;: celui du programme</translation>
    </message>
    <message>
        <source>A Word file…</source>
        <translation>Un fichier Word…</translation>
    </message>
    <message>
        <source>Speakers list on paper or PDF…</source>
        <translation>Liste des orateurs sur papier ou en PDF…</translation>
    </message>
</context>
<context>
    <name>AddSpeakerLine</name>
    <message>
        <source>Add a name to the list</source>
        <translation>Inscrire un nom sur la liste</translation>
    </message>
    <message>
        <source>F2; country, name /f /m woman, man /y young #2 theme /obs /exp /rap /chair capacity</source>
        <translation>F2&#xa0;; pays, nom /f /m femme, homme /j jeune #2 thème /obs /exp /rap /pres qualité</translation>
    </message>
    <message>
        <source>add: country or name (F2)</source>
        <translation>inscrire&#xa0;: pays ou nom (F2)</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Ce qui est demandé</translation>
    </message>
    <message>
        <source>Who may be meant</source>
        <translation>Qui peut être désigné</translation>
    </message>
    <message>
        <source>The list is closed (Ctrl+Shift+L reopens it).</source>
        <translation>La liste est close (Ctrl+Maj+L la rouvre).</translation>
    </message>
    <message>
        <source>Enter corrects the entry: {who}</source>
        <translation>Entrée corrige l’inscription&#xa0;: {who}</translation>
    </message>
    <message>
        <source>Enter adds {who} as number {number}</source>
        <translation>Entrée inscrit {who} au rang {number}</translation>
    </message>
    <message>
        <source>this delegation has {count} speakers already</source>
        <translation>cette délégation a déjà {count} orateurs</translation>
    </message>
    <message>
        <source>this delegation has one speaker already</source>
        <translation>cette délégation a déjà un orateur</translation>
    </message>
    <message>
        <source>young</source>
        <translation>jeune</translation>
    </message>
    <message>
        <source>add a reply: country or name (F2)</source>
        <translation>inscrire une réponse&#xa0;: pays ou nom (F2)</translation>
    </message>
    <message>
        <source>Enter adds {who} as reply number {number}</source>
        <translation>Entrée inscrit {who} au rang {number} des réponses</translation>
    </message>
</context>
<context>
    <name>AllotmentForm</name>
    <message>
        <source>New allotment for this speaker</source>
        <translation>Nouveau temps pour cet orateur</translation>
    </message>
    <message>
        <source>3, 3:00, 180s or 1h05; 0 for none</source>
        <translation>3, 3:00, 180s ou 1h05&#xa0;; 0&#xa0;: sans limite</translation>
    </message>
    <message>
        <source>new allotment</source>
        <translation>nouveau temps</translation>
    </message>
    <message>
        <source>Write 3, 3:00, 180s or 1h05</source>
        <translation>Écrivez 3, 3:00, 180s ou 1h05</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Undone: {act}.</source>
        <translation>Annulé&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>Done again: {act}.</source>
        <translation>Rétabli&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>{act} – {subject}</source>
        <translation>{act} – {subject}</translation>
    </message>
    <message>
        <source>{who} has the floor, {left}.</source>
        <translation>{who} a la parole, {left}.</translation>
    </message>
    <message>
        <source>{kind}: {who}, {left}.</source>
        <translation>{kind}&#xa0;: {who}, {left}.</translation>
    </message>
    <message>
        <source>{kind}, {left}.</source>
        <translation>{kind}, {left}.</translation>
    </message>
    <message>
        <source>The clock stands.</source>
        <translation>Le chronomètre est arrêté.</translation>
    </message>
    <message>
        <source>The floor is free.</source>
        <translation>Personne n’a la parole.</translation>
    </message>
    <message>
        <source>No sitting is open.</source>
        <translation>Aucune séance n’est ouverte.</translation>
    </message>
    <message>
        <source>Sitting {number} is open.</source>
        <translation>La séance {number} est ouverte.</translation>
    </message>
    <message>
        <source>Sitting {number} is suspended.</source>
        <translation>La séance {number} est suspendue.</translation>
    </message>
    <message>
        <source>Next: {who}.</source>
        <translation>Ensuite&#xa0;: {who}.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message>
        <source>{count} waiting.</source>
        <translation>{count} en attente.</translation>
    </message>
    <message>
        <source>The list is closed.</source>
        <translation>La liste est close.</translation>
    </message>
    <message>
        <source>Names on the list: {change}.</source>
        <translation>Noms sur la liste&#xa0;: {change}.</translation>
    </message>
    <message>
        <source>Notes: {change}.</source>
        <translation>Notes&#xa0;: {change}.</translation>
    </message>
    <message>
        <source>Passages: {change}.</source>
        <translation>Passages&#xa0;: {change}.</translation>
    </message>
    <message>
        <source>Themes: {change}.</source>
        <translation>Thèmes&#xa0;: {change}.</translation>
    </message>
    <message>
        <source>{light}: {who}, {left}.</source>
        <translation>{light}&#xa0;: {who}, {left}.</translation>
    </message>
    <message>
        <source>Everything is on the disk.</source>
        <translation>Tout est sur le disque.</translation>
    </message>
    <message>
        <source>{who} has the floor, {limit}.</source>
        <translation>{who} a la parole, {limit}.</translation>
    </message>
    <message>
        <source>{kind}: {who}, {limit}.</source>
        <translation>{kind}&#xa0;: {who}, {limit}.</translation>
    </message>
    <message>
        <source>{kind}, {limit}.</source>
        <translation>{kind}, {limit}.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>il reste {time}</translation>
    </message>
    <message>
        <source>{time} over time</source>
        <translation>{time} de dépassement</translation>
    </message>
    <message>
        <source>{time} spoken</source>
        <translation>{time} de parole</translation>
    </message>
    <message>
        <source>{who} ended after {spoken}.</source>
        <translation>{who} a terminé après {spoken}.</translation>
    </message>
    <message>
        <source>{who} ended after {spoken}, {over}.</source>
        <translation>{who} a terminé après {spoken}, {over}.</translation>
    </message>
    <message>
        <source>{who} paused, {left}.</source>
        <translation>{who} en pause, {left}.</translation>
    </message>
    <message>
        <source>{who} is held, {left}.</source>
        <translation>{who} est interrompu(e), {left}.</translation>
    </message>
    <message>
        <source>{who} goes on, {left}.</source>
        <translation>{who} reprend, {left}.</translation>
    </message>
    <message>
        <source>{who} is still paused, {left}.</source>
        <translation>{who} est toujours en pause, {left}.</translation>
    </message>
    <message>
        <source>{who}: {time} more, {left}.</source>
        <translation>{who}&#xa0;: {time} de plus, {left}.</translation>
    </message>
    <message>
        <source>{who}: {time} less, {left}.</source>
        <translation>{who}&#xa0;: {time} de moins, {left}.</translation>
    </message>
    <message>
        <source>{who}: new allotment, {limit}.</source>
        <translation>{who}&#xa0;: nouveau temps de parole, {limit}.</translation>
    </message>
    <message>
        <source>Point of order: {ruling}.</source>
        <translation>Motion d’ordre&#xa0;: {ruling}.</translation>
    </message>
    <message>
        <source>{kind}: {who}.</source>
        <translation>{kind}&#xa0;: {who}.</translation>
    </message>
    <message>
        <source>A motion was moved.</source>
        <translation>Une motion a été présentée.</translation>
    </message>
    <message>
        <source>Motion: {what}.</source>
        <translation>Motion&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>The motion is carried.</source>
        <translation>La motion est adoptée.</translation>
    </message>
    <message>
        <source>The motion is rejected.</source>
        <translation>La motion est rejetée.</translation>
    </message>
    <message>
        <source>The motion is withdrawn.</source>
        <translation>La motion est retirée.</translation>
    </message>
    <message>
        <source>The motion has lapsed.</source>
        <translation>La motion est devenue caduque.</translation>
    </message>
    <message>
        <source>The sitting is open, {time}.</source>
        <translation>La séance est ouverte, {time}.</translation>
    </message>
    <message>
        <source>The sitting is suspended, {time}.</source>
        <translation>La séance est suspendue, {time}.</translation>
    </message>
    <message>
        <source>The sitting goes on, {time}.</source>
        <translation>La séance reprend, {time}.</translation>
    </message>
    <message>
        <source>The sitting is closed, {time}.</source>
        <translation>La séance est levée, {time}.</translation>
    </message>
    <message>
        <source>Reason for the suspension: {reason}.</source>
        <translation>Motif de la suspension&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The list is closed, {count} waiting.</source>
        <translation>La liste est close, {count} en attente.</translation>
    </message>
    <message>
        <source>The list is open again.</source>
        <translation>La liste est rouverte.</translation>
    </message>
    <message>
        <source>The list closes at {time}.</source>
        <translation>La liste sera close à {time}.</translation>
    </message>
    <message>
        <source>{who} is on the list as number {number}.</source>
        <translation>{who} est sur la liste, numéro {number}.</translation>
    </message>
    <message>
        <source>{who} waits for a right of reply.</source>
        <translation>{who} attend pour un droit de réponse.</translation>
    </message>
    <message>
        <source>{who} is number {number} on the list.</source>
        <translation>{who} est au numéro {number} de la liste.</translation>
    </message>
    <message>
        <source>{who} is off the list.</source>
        <translation>{who} n’est plus sur la liste.</translation>
    </message>
    <message>
        <source>{who} was not in the room and is at the end of the list.</source>
        <translation>{who} n’était pas dans la salle et passe en fin de liste.</translation>
    </message>
    <message>
        <source>{who} is absent.</source>
        <translation>{who}&#xa0;: absence notée.</translation>
    </message>
    <message>
        <source>{one} and {other} exchanged places.</source>
        <translation>{one} et {other} ont échangé leurs places.</translation>
    </message>
    <message>
        <source>The list has another order; first: {who}.</source>
        <translation>La liste a un autre ordre&#xa0;; en tête&#xa0;: {who}.</translation>
    </message>
    <message>
        <source>{who} is a reserve.</source>
        <translation>{who} est en réserve.</translation>
    </message>
    <message>
        <source>{who} is no reserve any more.</source>
        <translation>{who} n’est plus en réserve.</translation>
    </message>
    <message>
        <source>Noted for {who} at {time}.</source>
        <translation>Noté pour {who} à {time}.</translation>
    </message>
    <message>
        <source>Noted for {who}.</source>
        <translation>Noté pour {who}.</translation>
    </message>
    <message>
        <source>Noted for nobody.</source>
        <translation>Noté sans orateur.</translation>
    </message>
    <message>
        <source>The note belongs to {who} now.</source>
        <translation>La note est maintenant rattachée à {who}.</translation>
    </message>
    <message>
        <source>The note is not for the report.</source>
        <translation>La note n’ira pas au compte rendu.</translation>
    </message>
    <message>
        <source>The note is for the report again.</source>
        <translation>La note ira de nouveau au compte rendu.</translation>
    </message>
    <message>
        <source>Struck out: {who}, {spoken}.</source>
        <translation>Supprimé&#xa0;: {who}, {spoken}.</translation>
    </message>
    <message>
        <source>Corrected: {who}, {spoken}.</source>
        <translation>Corrigé&#xa0;: {who}, {spoken}.</translation>
    </message>
    <message>
        <source>Entered from paper: {who}, {spoken}.</source>
        <translation>Saisi d’après le papier&#xa0;: {who}, {spoken}.</translation>
    </message>
    <message>
        <source>The gap counts.</source>
        <translation>L’interruption compte.</translation>
    </message>
    <message>
        <source>The gap does not count.</source>
        <translation>L’interruption ne compte pas.</translation>
    </message>
    <message>
        <source>The new time is taken over.</source>
        <translation>La nouvelle heure est reprise.</translation>
    </message>
    <message>
        <source>The debate&apos;s clock is kept.</source>
        <translation>L’heure du débat est gardée.</translation>
    </message>
    <message>
        <source>Version {number} of the report is final.</source>
        <translation>La version {number} du compte rendu est définitive.</translation>
    </message>
    <message>
        <source>Recorded: {act}.</source>
        <translation>Enregistré&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>Recorded: {act} – {subject}.</source>
        <translation>Enregistré&#xa0;: {act} – {subject}.</translation>
    </message>
    <message>
        <source>Recorded: {act}, {count} times.</source>
        <translation>Enregistré&#xa0;: {act}, {count} fois.</translation>
    </message>
    <message>
        <source>{count} names were put on the list.</source>
        <translation>{count} noms ont été mis sur la liste.</translation>
    </message>
</context>
<context>
    <name>BackupScheduler</name>
    <message>
        <source>This session is in a network folder ({name}); a copy is kept on this machine every minute.</source>
        <translation>Cette session se trouve dans un dossier du réseau ({name})&#xa0;; une copie est gardée chaque minute sur cette machine.</translation>
    </message>
    <message>
        <source>This session is in a folder of {name}; open it on one machine at a time. A copy is kept on this machine every minute.</source>
        <translation>Cette session se trouve dans un dossier de {name}&#xa0;; ne l’ouvrez que sur une machine à la fois. Une copie est gardée chaque minute sur cette machine.</translation>
    </message>
    <message>
        <source>Two machines wrote this session at once; the other&apos;s part is in {name}.</source>
        <translation>Deux machines ont écrit cette session en même temps&#xa0;; la part de l’autre est dans {name}.</translation>
    </message>
    <message>
        <source>No backup could be made; the debate goes on. {why}</source>
        <translation>Aucune sauvegarde n’a pu être faite&#xa0;; le débat continue. {why}</translation>
    </message>
</context>
<context>
    <name>BalanceDialog</name>
    <message>
        <source>Balance</source>
        <translation>Équilibre</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Entendus</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>Temps utilisé</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présents</translation>
    </message>
    <message>
        <source>Delegates present</source>
        <translation>Délégués présents</translation>
    </message>
    <message>
        <source>Women among them</source>
        <translation>dont femmes</translation>
    </message>
    <message>
        <source>Young among them</source>
        <translation>dont jeunes</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Femmes</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hommes</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>Jeunes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Women and men are in per cent of those whose gender is stated, the young of those whose age is. A parliament may be in two groups, so groups may add up to more than 100 %.</source>
        <translation>Femmes et hommes sont en pourcentage de ceux dont le sexe est indiqué, les jeunes de ceux dont l’âge l’est. Un parlement peut appartenir à deux groupes&#xa0;: la somme des groupes peut dépasser 100&#xa0;%.</translation>
    </message>
</context>
<context>
    <name>Chair</name>
    <message>
        <source>{who} is {length} over time</source>
        <translation>{who} dépasse de {length}</translation>
    </message>
    <message>
        <source>at this pace the sitting ends {number} min late</source>
        <translation>à ce rythme, la séance finit avec {number} min de retard</translation>
    </message>
    <message>
        <source>the list was announced to close: close it</source>
        <translation>la clôture de la liste est annoncée&#xa0;: la clore</translation>
    </message>
    <message>
        <source>the next would be number {number} in a row of {who}</source>
        <translation>le suivant serait le {number}e d’affilée&#xa0;: {who}</translation>
    </message>
    <message>
        <source>the next woman on the list: {who}, place {number}</source>
        <translation>prochaine femme sur la liste&#xa0;: {who}, place {number}</translation>
    </message>
    <message>
        <source>the next young speaker: {who}, place {number}</source>
        <translation>prochain jeune orateur&#xa0;: {who}, place {number}</translation>
    </message>
    <message>
        <source>waiting, of groups not heard yet: {who}</source>
        <translation>en attente, de groupes pas encore entendus&#xa0;: {who}</translation>
    </message>
    <message>
        <source>rights of reply at the end: {number}</source>
        <translation>droits de réponse à la fin&#xa0;: {number}</translation>
    </message>
    <message>
        <source>themes nobody has touched: {who}</source>
        <translation>thèmes que personne n’a abordés&#xa0;: {who}</translation>
    </message>
    <message>
        <source>{what}: women {women} %, young {young} %</source>
        <translation>{what}&#xa0;: femmes {women} %, jeunes {young} %</translation>
    </message>
    <message>
        <source>{what} ({count}): women {women} %, young {young} %</source>
        <translation>{what} ({count})&#xa0;: femmes {women} %, jeunes {young} %</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>entendu</translation>
    </message>
    <message>
        <source>time used</source>
        <translation>temps utilisé</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présents</translation>
    </message>
    <message>
        <source>groups heard: {heard} of {total}</source>
        <translation>groupes entendus&#xa0;: {heard} sur {total}</translation>
    </message>
</context>
<context>
    <name>ChairScreen</name>
    <message>
        <source>Chair&apos;s screen</source>
        <translation>Écran de la présidence</translation>
    </message>
    <message>
        <source>The hall display is dark.</source>
        <translation>L’affichage de la salle est éteint.</translation>
    </message>
    <message>
        <source>Sitting suspended</source>
        <translation>Séance suspendue</translation>
    </message>
    <message>
        <source>The floor is free</source>
        <translation>La parole est libre</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message>
        <source>then: {names}</source>
        <translation>puis&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No sitting is open.</source>
        <translation>Aucune séance n’est ouverte.</translation>
    </message>
    <message>
        <source>{time} · {waiting} waiting · ends at this pace {end}</source>
        <translation>{time} · {waiting} en attente · fin à ce rythme {end}</translation>
    </message>
    <message>
        <source>not all can be heard by {planned}</source>
        <translation>tous ne peuvent être entendus avant {planned}</translation>
    </message>
    <message>
        <source>by {planned} if each has {each}</source>
        <translation>avant {planned} si chacun a {each}</translation>
    </message>
</context>
<context>
    <name>ColumnBox</name>
    <message>
        <source>Column “{heading}” is read as</source>
        <translation>La colonne «&#xa0;{heading}&#xa0;» est lue comme</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action by its name</source>
        <translation>Trouver une action par son nom</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Actions trouvées</translation>
    </message>
    <message>
        <source>No action has “{typed}” in its name.</source>
        <translation>Aucune action ne contient « {typed}&#xa0;» dans son nom.</translation>
    </message>
</context>
<context>
    <name>ContributionFields</name>
    <message>
        <source>Received on</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Which delegation sent it?</source>
        <translation>Quelle délégation l’a envoyée&#xa0;?</translation>
    </message>
    <message>
        <source>On which day was it received?</source>
        <translation>Quel jour a-t-elle été reçue&#xa0;?</translation>
    </message>
    <message>
        <source>There is no theme of that number.</source>
        <translation>Aucun thème ne porte ce numéro.</translation>
    </message>
    <message>
        <source>Language of the contribution</source>
        <translation>Langue de la contribution</translation>
    </message>
    <message>
        <source>Title of the contribution</source>
        <translation>Titre de la contribution</translation>
    </message>
    <message>
        <source>numbers: 2 4</source>
        <translation>numéros&#xa0;: 2 4</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>ContributionForm</name>
    <message>
        <source>A new contribution</source>
        <translation>Nouvelle contribution</translation>
    </message>
    <message>
        <source>Is this right? Enter registers it.</source>
        <translation>Est-ce exact&#xa0;? Entrée enregistre.</translation>
    </message>
    <message>
        <source>The entry is being corrected; Enter records it.</source>
        <translation>Correction de l’inscription&#xa0;; Entrée enregistre.</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>Le fichier est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>This delegation sent one before: {title}</source>
        <translation>Cette délégation en a déjà envoyé une&#xa0;: {title}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Inscrire</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>ContributionReader</name>
    <message>
        <source>Find in the text</source>
        <translation>Chercher dans le texte</translation>
    </message>
    <message>
        <source>find in the text (Ctrl+F); Enter: the next place</source>
        <translation>chercher dans le texte (Ctrl+F)&#xa0;; Entrée&#xa0;: suivant</translation>
    </message>
    <message>
        <source>Text of the contribution</source>
        <translation>Texte de la contribution</translation>
    </message>
    <message>
        <source>Enter quotes what is selected</source>
        <translation>Entrée cite la sélection</translation>
    </message>
    <message>
        <source>No text was read from its file.</source>
        <translation>Aucun texte n’a été lu dans son fichier.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>Shift and the arrows select; Enter quotes; Esc: back to the register</source>
        <translation>Maj et les flèches sélectionnent&#xa0;; Entrée cite&#xa0;; Échap&#xa0;: retour au registre</translation>
    </message>
</context>
<context>
    <name>Contributions</name>
    <message>
        <source>◷ late</source>
        <translation>◷ tardive</translation>
    </message>
    <message>
        <source>▤ too long</source>
        <translation>▤ trop longue</translation>
    </message>
    <message>
        <source>quoted</source>
        <translation>citée</translation>
    </message>
    <message>
        <source>To be confirmed ({count})</source>
        <translation>À confirmer ({count})</translation>
    </message>
    <message>
        <source>delegation not known</source>
        <translation>délégation inconnue</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisée</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Announced: by {day}, at most {pages} pages.</source>
        <translation>Annoncé&#xa0;: au plus tard le {day}, {pages} pages au plus.</translation>
    </message>
    <message>
        <source>Announced: at most {pages} pages; no day (Session).</source>
        <translation>Annoncé&#xa0;: {pages} pages au plus&#xa0;; pas de date (Débat).</translation>
    </message>
    <message>
        <source>{count} received, {late} late, {long} too long</source>
        <translation>Reçues&#xa0;: {count}, tardives&#xa0;: {late}, trop longues&#xa0;: {long}</translation>
    </message>
    <message>
        <source>◷ late: it was due by {day}</source>
        <translation>◷ tardive&#xa0;: attendue au plus tard le {day}</translation>
    </message>
    <message>
        <source>▤ too long: at most {pages} pages were announced</source>
        <translation>▤ trop longue&#xa0;: {pages} pages au plus étaient annoncées</translation>
    </message>
    <message>
        <source>No file belongs to it.</source>
        <translation>Aucun fichier n’y est joint.</translation>
    </message>
    <message>
        <source>The file itself is not in this session; attach it again.</source>
        <translation>Le fichier lui-même n’est pas dans ce débat&#xa0;; joignez-le de nouveau.</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>contribution</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} est enregistré.</translation>
    </message>
</context>
<context>
    <name>ContributionsPane</name>
    <message>
        <source>Written contributions</source>
        <translation>Contributions écrites</translation>
    </message>
    <message>
        <source>Contributions (*.docx *.pdf *.txt);;All files (*)</source>
        <translation>Contributions (*.docx *.pdf *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save the file as it was sent</source>
        <translation>Enregistrer le fichier tel qu’il a été envoyé</translation>
    </message>
    <message>
        <source>Files can be dropped here. Enter reads, F4 corrects, Ctrl+S saves the file, Del removes.</source>
        <translation>Déposez des fichiers ici. Entrée lit, F4 corrige, Ctrl+S enregistre le fichier, Suppr retire.</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Received</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Consigner</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nouvelle entrée</translation>
    </message>
    <message>
        <source>Record the change</source>
        <translation>Enregistrer la modification</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De la part de</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>delegation, person</source>
        <translation>délégation, personne</translation>
    </message>
</context>
<context>
    <name>CrashReportDialog</name>
    <message>
        <source>Report of a fault</source>
        <translation>Rapport d’incident</translation>
    </message>
    <message>
        <source>With all that was written down; there may be names and texts in it</source>
        <translation>Avec tout ce qui a été consigné&#x202f;; il peut s’y trouver des noms et des textes</translation>
    </message>
    <message>
        <source>What the report says</source>
        <translation>Contenu du rapport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>{name} is written, in {folder}</source>
        <translation>{name} est écrit, dans {folder}</translation>
    </message>
    <message>
        <source>A text for whoever looks after the program. It is saved where you say; nothing is sent.</source>
        <translation>Un texte pour qui s’occupe du programme. Il est enregistré où vous le dites&#x202f;; rien n’est envoyé.</translation>
    </message>
</context>
<context>
    <name>DataFormatsButton</name>
    <message>
        <source>Other forms</source>
        <translation>Autres formes</translation>
    </message>
    <message>
        <source>Speakers, interventions and notes as tables</source>
        <translation>Orateurs, interventions et notes en tableaux</translation>
    </message>
    <message>
        <source>With restricted notes, birth dates and senders</source>
        <translation>Avec les notes réservées, les dates de naissance et les expéditeurs</translation>
    </message>
</context>
<context>
    <name>DateLineEdit</name>
    <message>
        <source>Write the day as 2022-03-21</source>
        <translation>Écrivez le jour sous la forme 2022-03-21</translation>
    </message>
</context>
<context>
    <name>Debate</name>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>paused since {time}, for {length}</source>
        <translation>en pause depuis {time}, {length}</translation>
    </message>
    <message>
        <source>since {time}, for {length}</source>
        <translation>depuis {time}, {length}</translation>
    </message>
    <message>
        <source>to end at {time} each of the {count} waiting may have {length}: {key}</source>
        <translation>pour finir à {time}, chacun des {count} en attente peut avoir {length}&#xa0;: {key}</translation>
    </message>
    <message>
        <source>to end at {time} the one waiting may have {length}: {key}</source>
        <translation>pour finir à {time}, le seul en attente peut avoir {length}&#xa0;: {key}</translation>
    </message>
    <message>
        <source>not all of the {count} waiting can be heard by {time}</source>
        <translation>les {count} en attente ne peuvent tous être entendus avant {time}</translation>
    </message>
    <message>
        <source>all waiting can be heard by {time}</source>
        <translation>tous ceux qui attendent peuvent être entendus avant {time}</translation>
    </message>
    <message>
        <source>first time</source>
        <translation>première fois</translation>
    </message>
    <message>
        <source>heard {count}× before</source>
        <translation>déjà entendu {count}×</translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation>sur {limit}</translation>
    </message>
    <message>
        <source>spoken {spoken} · paused {paused} · granted {granted} · over {over}</source>
        <translation>parlé {spoken} · pause {paused} · accordé {granted} · dépassé {over}</translation>
    </message>
    <message>
        <source>next: {who}</source>
        <translation>suivant&#xa0;: {who}</translation>
    </message>
    <message>
        <source>nobody is waiting</source>
        <translation>personne n’attend</translation>
    </message>
    <message>
        <source>women {women} % · young {young} % · {heard} of {total} groups</source>
        <translation>femmes {women} % · jeunes {young} % · groupes {heard} sur {total}</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>Pas encore consigné</translation>
    </message>
    <message>
        <source>(not for the report)</source>
        <translation>(pas pour le compte rendu)</translation>
    </message>
    <message>
        <source>(in writing)</source>
        <translation>(par écrit)</translation>
    </message>
    <message>
        <source>Written contributions</source>
        <translation>Contributions écrites</translation>
    </message>
    <message>
        <source>Bound to no intervention</source>
        <translation>Liées à aucune intervention</translation>
    </message>
    <message>
        <source>on no list</source>
        <translation>sur aucune liste</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>suppléant</translation>
    </message>
    <message>
        <source>{count}× {time}</source>
        <translation>{count}× {time}</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>a la parole</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>sur papier</translation>
    </message>
    <message>
        <source>All {count} names are drawn.</source>
        <translation>Les {count} noms sont tirés au sort.</translation>
    </message>
    <message>
        <source>The first {cap} of {count} drawn speak, the others are reserves.</source>
        <translation>Les {cap} premiers tirés sur {count} parlent, les autres sont suppléants.</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Parlé</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Allotted</source>
        <translation>Accordé</translation>
    </message>
    <message>
        <source>Granted on top</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>before: {time}, spoken {spoken} of {limit}</source>
        <translation>avant&#xa0;: {time}, parlé {spoken} sur {limit}</translation>
    </message>
    <message>
        <source>before: {who}</source>
        <translation>avant&#xa0;: {who}</translation>
    </message>
    <message>
        <source>asked at {time}, as number {place}</source>
        <translation>demande à {time}, numéro {place}</translation>
    </message>
    <message>
        <source>moved by hand at {time}, from place {before} to {place}</source>
        <translation>déplacé à la main à {time}, de la place {before} à la {place}</translation>
    </message>
    <message>
        <source>exchanged places with {other} at {time}, from {before} to {place}</source>
        <translation>place échangée avec {other} à {time}, de la {before} à la {place}</translation>
    </message>
    <message>
        <source>drawn as number {place} at {time}, lots of seed {seed}</source>
        <translation>tiré au sort à {time}, numéro {place}, nombre de départ {seed}</translation>
    </message>
    <message>
        <source>order accepted at {time}, place {place}: {why}</source>
        <translation>ordre accepté à {time}, place {place}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>not in the room at {time}, to the end from place {before}</source>
        <translation>absent de la salle à {time}, de la place {before} à la fin</translation>
    </message>
    <message>
        <source>back on the list at {time}, at the end, place {place}</source>
        <translation>de retour sur la liste à {time}, à la fin, place {place}</translation>
    </message>
    <message>
        <source>{who}: {reason}</source>
        <translation>{who}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{reason}; a reserve</source>
        <translation>{reason}&#xa0;; suppléant</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>par heure</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>par orateur</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>par nature</translation>
    </message>
</context>
<context>
    <name>DelegationLineEdit</name>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>no such delegation</source>
        <translation>délégation inconnue</translation>
    </message>
    <message>
        <source>{name}; not {others}</source>
        <translation>{name}&#xa0;; et non {others}</translation>
    </message>
</context>
<context>
    <name>DelegationsPage</name>
    <message>
        <source>Find a delegation</source>
        <translation>Chercher une délégation</translation>
    </message>
    <message>
        <source>find: name in any language, or code</source>
        <translation>chercher&#xa0;: nom en toute langue, ou code</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>There is a delegation of that code or name already.</source>
        <translation>Une délégation de ce code ou de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>{count} delegations</source>
        <translation>{count} délégations</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in Spanish</source>
        <translation>Nom en espagnol</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>Nom en arabe</translation>
    </message>
    <message>
        <source>ISO code</source>
        <translation>Code ISO</translation>
    </message>
    <message>
        <source>Groups, parted by commas</source>
        <translation>Groupes, séparés par des virgules</translation>
    </message>
    <message>
        <source>Kind of delegation</source>
        <translation>Genre de délégation</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Consigner</translation>
    </message>
    <message>
        <source>New delegation</source>
        <translation>Nouvelle délégation</translation>
    </message>
    <message>
        <source>no such delegation</source>
        <translation>délégation inconnue</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Title of the debate</source>
        <translation>Titre du débat</translation>
    </message>
    <message>
        <source>Assembly</source>
        <translation>Assemblée</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>Commission</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Day of the debate</source>
        <translation>Jour du débat</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Fin prévue</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Co-Rapporteurs, one on each line</source>
        <translation>Co-rapporteurs, un par ligne</translation>
    </message>
    <message>
        <source>Document symbol</source>
        <translation>Cote du document</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Langue du compte rendu</translation>
    </message>
    <message>
        <source>Assembly that adopts the resolution</source>
        <translation>Assemblée qui adopte la résolution</translation>
    </message>
    <message>
        <source>Day of the adoption</source>
        <translation>Jour de l’adoption</translation>
    </message>
    <message>
        <source>Written contributions by</source>
        <translation>Contributions écrites jusqu’au</translation>
    </message>
    <message>
        <source>Pages of a contribution at most</source>
        <translation>Pages d’une contribution, au plus</translation>
    </message>
    <message>
        <source>Earlier resolutions, one on each line</source>
        <translation>Résolutions antérieures, une par ligne</translation>
    </message>
    <message>
        <source>Text of the concept note</source>
        <translation>Texte de la note d’orientation</translation>
    </message>
    <message>
        <source>Co-Rapporteur</source>
        <translation>Co-rapporteur</translation>
    </message>
    <message>
        <source>Earlier resolution</source>
        <translation>Résolution antérieure</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Session details</source>
        <translation>Données de la session</translation>
    </message>
</context>
<context>
    <name>DisplayController</name>
    <message>
        <source>There is no screen for the hall display; it comes with one, never onto this one.</source>
        <translation>Aucun écran pour l’affichage de la salle&#xa0;; il viendra avec un écran, jamais sur celui-ci.</translation>
    </message>
    <message>
        <source>There is no screen for the chair&apos;s screen; it comes with one, never onto this one.</source>
        <translation>Aucun écran pour celui de la présidence&#xa0;; il viendra avec un écran, jamais sur celui-ci.</translation>
    </message>
    <message>
        <source>The hall display is put away.</source>
        <translation>L’affichage de la salle est rangé.</translation>
    </message>
    <message>
        <source>The chair&apos;s screen is put away.</source>
        <translation>L’écran de la présidence est rangé.</translation>
    </message>
    <message>
        <source>The hall display is on.</source>
        <translation>L’affichage de la salle est en marche.</translation>
    </message>
    <message>
        <source>The chair&apos;s screen is on.</source>
        <translation>L’écran de la présidence est en marche.</translation>
    </message>
    <message>
        <source>The other screen shows the same as this one; extend the desktop for the hall display.</source>
        <translation>L’autre écran montre la même chose que celui-ci&#xa0;; étendez le bureau pour l’affichage de la salle.</translation>
    </message>
    <message>
        <source>The other screen shows the same as this one; extend the desktop for the chair&apos;s screen.</source>
        <translation>L’autre écran montre la même chose que celui-ci&#xa0;; étendez le bureau pour l’écran de la présidence.</translation>
    </message>
</context>
<context>
    <name>DisplayMessageBar</name>
    <message>
        <source>Message to the hall</source>
        <translation>Message à la salle</translation>
    </message>
    <message>
        <source>Enter shows it, an empty line takes it away</source>
        <translation>Entrée l’affiche, une ligne vide l’enlève</translation>
    </message>
    <message>
        <source>message to the hall</source>
        <translation>message à la salle</translation>
    </message>
    <message>
        <source>Message to the speaker</source>
        <translation>Message à l’orateur</translation>
    </message>
    <message>
        <source>message to the speaker</source>
        <translation>message à l’orateur</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>salle</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>présidence</translation>
    </message>
    <message>
        <source>hall dark</source>
        <translation>salle éteinte</translation>
    </message>
    <message>
        <source>message shown</source>
        <translation>message affiché</translation>
    </message>
    <message>
        <source>{name}: no screen</source>
        <translation>{name}&#xa0;: pas d’écran</translation>
    </message>
    <message>
        <source>{name}: on</source>
        <translation>{name}&#xa0;: en marche</translation>
    </message>
</context>
<context>
    <name>DurationLineEdit</name>
    <message>
        <source>Write 3, 3:00, 180s or 1h05</source>
        <translation>Écrivez 3, 3:00, 180s ou 1h05</translation>
    </message>
</context>
<context>
    <name>EncodingQuestion</name>
    <message>
        <source>Which line reads correctly?</source>
        <translation>Quelle ligne se lit correctement&#xa0;?</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>Lire ainsi</translation>
    </message>
    <message>
        <source>{name} does not say how its letters are encoded. Choose the line that reads correctly.</source>
        <translation>{name} ne dit pas comment ses lettres sont codées. Choisissez la ligne qui se lit correctement.</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Under another name…</source>
        <translation>Sous un autre nom…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Documents Word (*.docx)</translation>
    </message>
    <message>
        <source>The house template {name} is not there any more; choose it anew, or none.</source>
        <translation>Le modèle {name} ne s’y trouve plus&#xa0;; choisissez-le à nouveau, ou aucun.</translation>
    </message>
    <message>
        <source>Nothing on this machine opens {name}.</source>
        <translation>Rien sur cette machine n’ouvre {name}.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>compte rendu</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Écriture de {name} …</translation>
    </message>
    <message>
        <source>{name} is written, in {folder}</source>
        <translation>{name} est écrit, dans {folder}</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>{name} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>EXAMPLE</source>
        <translation>EXEMPLE</translation>
    </message>
    <message>
        <source>no stamp</source>
        <translation>sans mention</translation>
    </message>
    <message>
        <source>DRAFT until it is made final</source>
        <translation>PROJET jusqu’à la version définitive</translation>
    </message>
</context>
<context>
    <name>ExtractedFieldsModel</name>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Sentence it came from</source>
        <translation>Phrase d’origine</translation>
    </message>
    <message>
        <source>Write the day as 2022-03-21</source>
        <translation>Écrivez le jour sous la forme 2022-03-21</translation>
    </message>
    <message>
        <source>Write the pages as a number</source>
        <translation>Écrivez les pages en chiffres</translation>
    </message>
    <message>
        <source>{what} (doubtful)</source>
        <translation>{what} (douteux)</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>There is no file {name} here.</source>
        <translation>Il n’y a pas de fichier {name} ici.</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} existe déjà.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Attach a file…</source>
        <translation>Joindre un fichier…</translation>
    </message>
    <message>
        <source>{name}: no text can be read from it, it is a picture of pages; it is kept as it is.</source>
        <translation>{name}&#xa0;: aucun texte à lire, ce sont des images de pages&#xa0;; il est conservé tel quel.</translation>
    </message>
    <message>
        <source>{name}: very long or dense, only a part of its text was read; the file is kept whole.</source>
        <translation>{name}&#xa0;: très long ou très dense, une partie seulement du texte a été lue&#xa0;; le fichier est conservé en entier.</translation>
    </message>
    <message>
        <source>{name}: the pages are reckoned from the words; please count them.</source>
        <translation>{name}&#xa0;: pages estimées d’après les mots&#xa0;; à vérifier.</translation>
    </message>
    <message>
        <source>{name}: being read …</source>
        <translation>{name}&#xa0;: lecture en cours…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>FileReceiver</name>
    <message>
        <source>{file} is registered already: {who}</source>
        <translation>{file} est déjà inscrit&#xa0;: {who}</translation>
    </message>
</context>
<context>
    <name>FinalVersionPage</name>
    <message>
        <source>Make it final</source>
        <translation>Rendre définitif</translation>
    </message>
    <message>
        <source>Final version</source>
        <translation>Version définitive</translation>
    </message>
    <message>
        <source>Export this version…</source>
        <translation>Exporter cette version…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De la part de</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Corrections received</source>
        <translation>Corrections reçues</translation>
    </message>
    <message>
        <source>The record stands as in version {number}.</source>
        <translation>Le relevé est celui de la version {number}.</translation>
    </message>
    <message>
        <source>Draft. It can be made final when the debate is closed.</source>
        <translation>Projet. Il pourra être rendu définitif une fois le débat clos.</translation>
    </message>
    <message>
        <source>Something was recorded after version {number}: draft of the next.</source>
        <translation>Le relevé a changé depuis la version {number}&#xa0;: projet de la suivante.</translation>
    </message>
    <message>
        <source>Draft. Nothing has been made final yet.</source>
        <translation>Projet. Rien n’a encore été rendu définitif.</translation>
    </message>
    <message>
        <source>Version {number}, {time}</source>
        <translation>Version {number}, {time}</translation>
    </message>
</context>
<context>
    <name>FloorPane</name>
    <message>
        <source>Sitting suspended</source>
        <translation>Séance suspendue</translation>
    </message>
    <message>
        <source>The floor is free</source>
        <translation>La parole est libre</translation>
    </message>
    <message>
        <source>held: {who} at {left}</source>
        <translation>en attente&#xa0;: {who} à {left}</translation>
    </message>
    <message>
        <source>Give the floor</source>
        <translation>Donner la parole</translation>
    </message>
    <message>
        <source>One against</source>
        <translation>Un orateur contre</translation>
    </message>
    <message>
        <source>The Chair on it</source>
        <translation>La présidence</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>End, next</source>
        <translation>Terminer, suivant</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>End, floor free</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>+30 s</source>
        <translation>+30 s</translation>
    </message>
    <message>
        <source>−30 s</source>
        <translation>−30 s</translation>
    </message>
    <message>
        <source>Resume the sitting</source>
        <translation>Reprendre la séance</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>Adoptée</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Chair speaks</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Prise en note</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>Accueillie</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Back to the speech</source>
        <translation>Retour au discours</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Floor. {standing}</source>
        <translation>Parole. {standing}</translation>
    </message>
    <message>
        <source>Open a further sitting</source>
        <translation>Ouvrir une autre séance</translation>
    </message>
    <message>
        <source>Ruling first</source>
        <translation>Statuer d’abord</translation>
    </message>
</context>
<context>
    <name>FormSelectionSync</name>
    <message>
        <source>The form holds what is half-typed: Enter there registers it, Esc leaves it.</source>
        <translation>Le formulaire contient une saisie inachevée&#xa0;: Entrée l’enregistre, Échap l’abandonne.</translation>
    </message>
</context>
<context>
    <name>Hall</name>
    <message>
        <source>The sitting has not been opened yet</source>
        <translation>La séance n’est pas encore ouverte</translation>
    </message>
    <message>
        <source>The floor is free</source>
        <translation>La parole est libre</translation>
    </message>
    <message>
        <source>Sitting suspended</source>
        <translation>Séance suspendue</translation>
    </message>
    <message>
        <source>The sitting is closed</source>
        <translation>La séance est close</translation>
    </message>
    <message>
        <source>Next: {names}</source>
        <translation>À suivre&#xa0;: {names}</translation>
    </message>
    <message>
        <source>then {name}</source>
        <translation>puis {name}</translation>
    </message>
    <message>
        <source>List of speakers closed</source>
        <translation>Liste des orateurs close</translation>
    </message>
    <message>
        <source>List of speakers closes at {time}</source>
        <translation>Clôture de la liste à {time}</translation>
    </message>
    <message>
        <source>The Chair</source>
        <translation>La présidence</translation>
    </message>
</context>
<context>
    <name>HallDisplay</name>
    <message>
        <source>Hall display</source>
        <translation>Affichage de la salle</translation>
    </message>
</context>
<context>
    <name>ImportedRows</name>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What the list says</source>
        <translation>Ce que dit la liste</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigée</translation>
    </message>
</context>
<context>
    <name>IncidentNotifier</name>
    <message>
        <source>A fault of the program was written down; the record is not touched by it.</source>
        <translation>Un incident du programme a été consigné&#x202f;; le compte rendu n’en est pas touché.</translation>
    </message>
    <message>
        <source>The log of the program cannot be written; the session is not touched by it. Make room on the disk, or faults of the program leave no trace.</source>
        <translation>Le journal technique du programme ne peut pas être écrit&#x202f;; la session n’en est pas touchée. Faites de la place sur le disque, sinon les incidents du programme ne laisseront pas de trace.</translation>
    </message>
    <message>
        <source>The program was ended from outside at {time}, as when the machine is switched off.</source>
        <translation>Le programme a été arrêté de l’extérieur à {time}, comme à l’extinction de la machine.</translation>
    </message>
    <message>
        <source>The program broke down at {time}, by a native fault; it was written down.</source>
        <translation>Le programme s’est interrompu à {time} par un incident interne&#x202f;; il a été consigné.</translation>
    </message>
    <message>
        <source>The program ended without warning at about {time}: killed, or the power failed.</source>
        <translation>Le programme s’est arrêté sans prévenir vers {time}&#x202f;: arrêt forcé ou panne de courant.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>La rouvrir</translation>
    </message>
    <message>
        <source>Acts that the disk did not take the last time, taken over now: {acts}.</source>
        <translation>Actes que le disque n’avait pas pris la dernière fois, repris à présent&#x202f;: {acts}.</translation>
    </message>
    <message>
        <source>There is an emergency copy of this session that does not fit it: the file has changed meanwhile. Nothing was taken over; the copy stays in {path}.</source>
        <translation>Il existe une copie de secours de cette session qui ne lui correspond plus&#x202f;: le fichier a changé entre-temps. Rien n’a été repris&#x202f;; la copie reste dans {path}.</translation>
    </message>
    <message>
        <source>An emergency copy of a session that lay elsewhere fits this one; it holds acts that are missing here.</source>
        <translation>Une copie de secours d’une session qui se trouvait ailleurs correspond à celle-ci&#x202f;; elle contient des actes qui manquent ici.</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>Le journal technique est dans {folder}.</translation>
    </message>
    <message>
        <source>No session was open.</source>
        <translation>Aucune session n’était ouverte.</translation>
    </message>
    <message>
        <source>{name} was open; everything that was confirmed is in it.</source>
        <translation>{name} était ouvert&#x202f;; tout ce qui a été confirmé s’y trouve.</translation>
    </message>
    <message>
        <source>Report of the fault…</source>
        <translation>Rapport d’incident…</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier du journal technique</translation>
    </message>
    <message>
        <source>A fault of the program could not be written down; the record is not touched by it.</source>
        <translation>Un incident du programme n’a pas pu être consigné&#x202f;; le compte rendu n’en est pas touché.</translation>
    </message>
    <message>
        <source>Another file took the place of this session: {old}. It was left as it is. Nothing is lost: the whole session, every act included, is written to {anew} from now on.</source>
        <translation>Un autre fichier a pris la place de cette session&#xa0;: {old}. Il est laissé tel quel. Rien n’est perdu&#xa0;: toute la session, chaque acte compris, est désormais enregistrée dans {anew}.</translation>
    </message>
</context>
<context>
    <name>InterventionForm</name>
    <message>
        <source>Who spoke</source>
        <translation>Qui a parlé</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Ce que c’était</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Write 10:05 or 10:05:30</source>
        <translation>Écrire 10:05 ou 10:05:30</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>Corriger l’enregistrement</translation>
    </message>
    <message>
        <source>A speech held on paper</source>
        <translation>Un discours noté sur papier</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>InterventionsList</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Interventions held</source>
        <translation>Interventions prononcées</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>{who} has the floor. Do the same again to leave; nothing is lost, and the time counts.</source>
        <translation>{who} a la parole. Refaites le même geste pour quitter&#xa0;; rien n’est perdu, et le temps compte.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>ListSourceBar</name>
    <message>
        <source>CSV, XLSX, ODS, XLS, XLSB, or a table in a Word document</source>
        <translation>CSV, XLSX, ODS, XLS, XLSB, ou un tableau dans un document Word</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>Choisir une liste…</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Du presse-papiers</translation>
    </message>
    <message>
        <source>KIHIKA becomes Kihika</source>
        <translation>KIHIKA devient Kihika</translation>
    </message>
    <message>
        <source>Which line reads correctly?</source>
        <translation>Quelle ligne se lit correctement&#xa0;?</translation>
    </message>
    <message>
        <source>Encoding of the list</source>
        <translation>Encodage de la liste</translation>
    </message>
    <message>
        <source>Sheet or table of the list</source>
        <translation>Feuille ou tableau de la liste</translation>
    </message>
    <message>
        <source>Which sheet?</source>
        <translation>Quelle feuille&#xa0;?</translation>
    </message>
    <message>
        <source>How 3/4/1990 is read</source>
        <translation>Lecture de 3/4/1990</translation>
    </message>
    <message>
        <source>3/4/1990 is asked about</source>
        <translation>3/4/1990&#xa0;: à demander</translation>
    </message>
    <message>
        <source>3/4/1990: day first</source>
        <translation>3/4/1990&#xa0;: jour d’abord</translation>
    </message>
    <message>
        <source>3/4/1990: month first</source>
        <translation>3/4/1990&#xa0;: mois d’abord</translation>
    </message>
    <message>
        <source>Family names in capitals</source>
        <translation>Noms de famille en capitales</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Untitled session</source>
        <translation>Session sans titre</translation>
    </message>
    <message>
        <source>EXAMPLE</source>
        <translation>EXEMPLE</translation>
    </message>
    <message>
        <source>The acts that wait are nowhere on a disk. Close again to lose them.</source>
        <translation>Les actes en attente ne sont sur aucun disque. Fermez de nouveau pour les perdre.</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>untouched</source>
        <translation>non abordé</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>dans aucun groupe</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>personne en particulier</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take this bar away</source>
        <translation>Retirer cette barre</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer cet avis</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>MotionForm</name>
    <message>
        <source>What is moved</source>
        <translation>Objet de la motion</translation>
    </message>
    <message>
        <source>What is moved, in words</source>
        <translation>Objet de la motion, en toutes lettres</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>what is moved</source>
        <translation>objet de la motion</translation>
    </message>
</context>
<context>
    <name>NewSessionPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sessions (*.ipusession)</source>
        <translation>Sessions (*.ipusession)</translation>
    </message>
    <message>
        <source>Create session</source>
        <translation>Créer la session</translation>
    </message>
    <message>
        <source>The session needs a title.</source>
        <translation>La session a besoin d’un titre.</translation>
    </message>
    <message>
        <source>Write the time for a delegate as 3, 3:00 or 180s.</source>
        <translation>Écrivez le temps d’un délégué sous la forme 3, 3:00 ou 180s.</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>New session: the concept note</source>
        <translation>Nouvelle session&#xa0;: la note d’orientation</translation>
    </message>
    <message>
        <source>The title, the themes and the dates are read from it. You look them over next.</source>
        <translation>Le titre, les thèmes et les dates y sont lus. Vous les vérifiez ensuite.</translation>
    </message>
    <message>
        <source>Go on without a concept note</source>
        <translation>Continuer sans note d’orientation</translation>
    </message>
    <message>
        <source>New session: what was understood</source>
        <translation>Nouvelle session&#xa0;: ce qui a été compris</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Note what is said</source>
        <translation>Noter ce qui est dit</translation>
    </message>
    <message>
        <source>note (F3): #2 theme · ! proposal · + good practice · ? · &quot;</source>
        <translation>note (F3)&#xa0;: #2 thème ·&#xa0;! proposition · + bonne pratique ·&#xa0;? · &quot;</translation>
    </message>
    <message>
        <source>Enter corrects the note, Ctrl+Enter parts it here; Esc leaves it as it was.</source>
        <translation>Entrée corrige la note, Ctrl+Entrée la coupe ici&#xa0;; Échap la laisse telle quelle.</translation>
    </message>
    <message>
        <source>There is no theme of that number.</source>
        <translation>Il n’y a pas de thème de ce numéro.</translation>
    </message>
    <message>
        <source>This line was begun while {who} spoke and stays there.</source>
        <translation>Cette ligne a été commencée pendant que {who} parlait et y reste.</translation>
    </message>
    <message>
        <source>Only a note that is being corrected is parted, with words on both sides (F4).</source>
        <translation>Seule une note en cours de correction se divise, avec des mots de part et d’autre (F4).</translation>
    </message>
    <message>
        <source>Nobody spoke before that.</source>
        <translation>Personne n’a parlé avant.</translation>
    </message>
</context>
<context>
    <name>NotePreview</name>
    <message>
        <source>Found in the concept note</source>
        <translation>Trouvé dans la note d’orientation</translation>
    </message>
</context>
<context>
    <name>NoteSource</name>
    <message>
        <source>Choose the file…</source>
        <translation>Choisir le fichier…</translation>
    </message>
    <message>
        <source>Word, PDF or plain text</source>
        <translation>Word, PDF ou texte simple</translation>
    </message>
    <message>
        <source>Text of the concept note</source>
        <translation>Texte de la note d’orientation</translation>
    </message>
    <message>
        <source>Ctrl+Enter reads it</source>
        <translation>Ctrl+Entrée le lit</translation>
    </message>
    <message>
        <source>… or paste its text here</source>
        <translation>… ou collez-en le texte ici</translation>
    </message>
    <message>
        <source>Concept notes (*.docx *.pdf *.txt);;All files (*)</source>
        <translation>Notes d’orientation (*.docx *.pdf *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Concept note</source>
        <translation>Note d’orientation</translation>
    </message>
    <message>
        <source>or drop it here: Word, PDF or plain text</source>
        <translation>ou déposez-le ici&#xa0;: Word, PDF ou texte simple</translation>
    </message>
</context>
<context>
    <name>NoteTextEdit</name>
    <message>
        <source>Tab: {text}</source>
        <translation>Tab&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>More were found: the latest 500 are shown.</source>
        <translation>D’autres ont été trouvées&#xa0;: les 500 dernières sont affichées.</translation>
    </message>
    <message>
        <source>Notes without a theme</source>
        <translation>Notes sans thème</translation>
    </message>
    <message>
        <source>Find in all notes</source>
        <translation>Chercher dans toutes les notes</translation>
    </message>
    <message>
        <source>find (Ctrl+F)</source>
        <translation>chercher (Ctrl+F)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>This speech</source>
        <translation>Ce discours</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} trouvées</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>There is no note yet.</source>
        <translation>Il n’y a pas encore de note.</translation>
    </message>
    <message>
        <source>Nobody spoke before that.</source>
        <translation>Personne n’a parlé avant.</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>drawing of lots</source>
        <translation>tirage au sort</translation>
    </message>
    <message>
        <source>Seed of the lots</source>
        <translation>Nombre de départ du tirage</translation>
    </message>
    <message>
        <source>A number from 1 to 2147483646; recorded</source>
        <translation>Un nombre de 1 à 2147483646&#xa0;; consigné</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>Pourquoi ici</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Proposed order</source>
        <translation>Ordre proposé</translation>
    </message>
    <message>
        <source>Accept this order</source>
        <translation>Accepter cet ordre</translation>
    </message>
    <message>
        <source>Draw the lots now</source>
        <translation>Tirer au sort maintenant</translation>
    </message>
    <message>
        <source>The list stands in this order already.</source>
        <translation>La liste est déjà dans cet ordre.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>PassageEditor</name>
    <message>
        <source>Text of the passage</source>
        <translation>Texte du passage</translation>
    </message>
    <message>
        <source>Ctrl+Enter records; Ctrl+B bold, Ctrl+I italic</source>
        <translation>Ctrl+Entrée enregistre&#xa0;; Ctrl+B gras, Ctrl+I italique</translation>
    </message>
    <message>
        <source>Write here. Ctrl+Enter records and begins the next; an empty line begins a paragraph.</source>
        <translation>Écrivez ici. Ctrl+Entrée enregistre et commence le suivant&#xa0;; une ligne vide commence un alinéa.</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Fondé sur</translation>
    </message>
    <message>
        <source>Passages of the synthesis</source>
        <translation>Passages de la synthèse</translation>
    </message>
    <message>
        <source>No passage is chosen: this row is a section.</source>
        <translation>Aucun passage n’est choisi&#xa0;: cette ligne est une section.</translation>
    </message>
</context>
<context>
    <name>PersonLineEdit</name>
    <message>
        <source>Country or code, and a name after a comma; Enter</source>
        <translation>Pays ou code, et un nom après une virgule&#xa0;; Entrée</translation>
    </message>
    <message>
        <source>no such delegation</source>
        <translation>délégation inconnue</translation>
    </message>
</context>
<context>
    <name>Prepare</name>
    <message>
        <source>IPU committee</source>
        <translation>Commission de l’UIP</translation>
    </message>
    <message>
        <source>IPU general debate</source>
        <translation>Débat général de l’UIP</translation>
    </message>
    <message>
        <source>United Nations</source>
        <translation>Nations Unies</translation>
    </message>
    <message>
        <source>Council of Europe (PACE)</source>
        <translation>Conseil de l’Europe (APCE)</translation>
    </message>
    <message>
        <source>Universal Periodic Review</source>
        <translation>Examen périodique universel</translation>
    </message>
    <message>
        <source>No themes were found in the note; write them below.</source>
        <translation>Aucun thème n’a été trouvé dans la note&#xa0;; écrivez-les ci-dessous.</translation>
    </message>
    <message>
        <source>The note names no day for written contributions.</source>
        <translation>La note ne donne pas de date pour les contributions écrites.</translation>
    </message>
    <message>
        <source>Please check this in the note: {code}.</source>
        <translation>Veuillez vérifier ceci dans la note&#xa0;: {code}.</translation>
    </message>
    <message>
        <source>The themes may be others than these; look them over.</source>
        <translation>Les thèmes sont peut-être autres&#xa0;; vérifiez-les.</translation>
    </message>
    <message>
        <source>Blank: no limits</source>
        <translation>Vierge&#xa0;: sans limites</translation>
    </message>
    <message>
        <source>The note names no title; please write it.</source>
        <translation>La note ne donne pas de titre&#xa0;; veuillez l’écrire.</translation>
    </message>
    <message>
        <source>The note names no Assembly.</source>
        <translation>La note ne nomme pas d’Assemblée.</translation>
    </message>
    <message>
        <source>The note names no committee.</source>
        <translation>La note ne nomme pas de commission.</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>délégation</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>sexe</translation>
    </message>
    <message>
        <source>function</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>young</source>
        <translation>jeune</translation>
    </message>
    <message>
        <source>born</source>
        <translation>naissance</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>thème</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisé</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Délégué</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observateur</translation>
    </message>
    <message>
        <source>Co-Rapporteur, opening</source>
        <translation>Co-rapporteur, ouverture</translation>
    </message>
    <message>
        <source>Co-Rapporteur, closing</source>
        <translation>Co-rapporteur, clôture</translation>
    </message>
    <message>
        <source>Point of order</source>
        <translation>Motion d’ordre</translation>
    </message>
    <message>
        <source>Right of reply, first</source>
        <translation>Droit de réponse, premier</translation>
    </message>
    <message>
        <source>Right of reply, second</source>
        <translation>Droit de réponse, second</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Amber when so much is left</source>
        <translation>Orange quand il reste</translation>
    </message>
    <message>
        <source>Changeover between speakers</source>
        <translation>Changement entre orateurs</translation>
    </message>
    <message>
        <source>A note lags the speech by</source>
        <translation>Une note suit le discours de</translation>
    </message>
    <message>
        <source>Speakers for each delegation</source>
        <translation>Orateurs par délégation</translation>
    </message>
    <message>
        <source>Replies for each delegation</source>
        <translation>Réponses par délégation</translation>
    </message>
    <message>
        <source>Young means under</source>
        <translation>Jeune&#xa0;: moins de</translation>
    </message>
    <message>
        <source>More for a young parliamentarian</source>
        <translation>En plus pour un jeune parlementaire</translation>
    </message>
    <message>
        <source>Each speech on a motion</source>
        <translation>Chaque intervention sur une motion</translation>
    </message>
    <message>
        <source>Grace after the time is up</source>
        <translation>Tolérance après la fin du temps</translation>
    </message>
    <message>
        <source>Closing of the list announced before</source>
        <translation>Clôture de la liste annoncée avant</translation>
    </message>
    <message>
        <source>Lots: so many speak (0: all)</source>
        <translation>Tirage&#xa0;: tant parlent (0&#xa0;: tous)</translation>
    </message>
    <message>
        <source>In a row without a reminder</source>
        <translation>D’affilée sans rappel</translation>
    </message>
    <message>
        <source>Speakers of a delegation share its time</source>
        <translation>Les orateurs d’une délégation partagent son temps</translation>
    </message>
    <message>
        <source>Who changes an entry goes to the end</source>
        <translation>Qui change son inscription va à la fin</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>nom complet</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>prénom</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>deuxième prénom</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>nom de famille</translation>
    </message>
    <message>
        <source>organization</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>The note is very long or dense: only a part of it was read. Compare it with the file.</source>
        <translation>La note est très longue ou très dense&#xa0;: une partie seulement en a été lue. Comparez avec le fichier.</translation>
    </message>
    <message>
        <source>1 name was put on the list.</source>
        <translation>1 nom a été mis sur la liste.</translation>
    </message>
    <message>
        <source>{count} names were put on the list.</source>
        <translation>{count} noms ont été mis sur la liste.</translation>
    </message>
    <message>
        <source>1 stood on it already.</source>
        <translation>1 y figurait déjà.</translation>
    </message>
    <message>
        <source>{count} stood on it already.</source>
        <translation>{count} y figuraient déjà.</translation>
    </message>
    <message>
        <source>Add 1 name</source>
        <translation>Inscrire 1 nom</translation>
    </message>
    <message>
        <source>Add {count} names</source>
        <translation>Inscrire {count} noms</translation>
    </message>
    <message>
        <source>1 row can be taken over</source>
        <translation>1 ligne peut être reprise</translation>
    </message>
    <message>
        <source>{count} rows can be taken over</source>
        <translation>{count} lignes peuvent être reprises</translation>
    </message>
    <message>
        <source>1 is not</source>
        <translation>1 ne l’est pas</translation>
    </message>
    <message>
        <source>{count} are not</source>
        <translation>{count} ne le sont pas</translation>
    </message>
    <message>
        <source>1 is to be looked at.</source>
        <translation>1 est à vérifier.</translation>
    </message>
    <message>
        <source>{count} are to be looked at.</source>
        <translation>{count} sont à vérifier.</translation>
    </message>
    <message>
        <source>second family name</source>
        <translation>deuxième nom de famille</translation>
    </message>
</context>
<context>
    <name>PrepareWorkspace</name>
    <message>
        <source>Pages of the preparation</source>
        <translation>Pages de la préparation</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>Speakers in</source>
        <translation>Orateurs</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Written contributions</source>
        <translation>Contributions écrites</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>find in the report</source>
        <translation>chercher dans le compte rendu</translation>
    </message>
    <message>
        <source>Find in the report</source>
        <translation>Chercher dans le compte rendu</translation>
    </message>
    <message>
        <source>Enter: next, Shift+Enter: the one before</source>
        <translation>Entrée&#xa0;: suivant, Maj+Entrée&#xa0;: précédent</translation>
    </message>
    <message>
        <source>The preview is being made …</source>
        <translation>L’aperçu se prépare…</translation>
    </message>
    <message>
        <source>This line is worked out from the whole session.</source>
        <translation>Cette ligne est calculée à partir de toute la session.</translation>
    </message>
    <message>
        <source>not in the report</source>
        <translation>absent du compte rendu</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Aperçu du compte rendu</translation>
    </message>
    <message>
        <source>Enter leads from a line to where it comes from, Shift+F4 back here.</source>
        <translation>Entrée mène d’une ligne à sa source, Maj+F4 ramène ici.</translation>
    </message>
</context>
<context>
    <name>PrintListDialog</name>
    <message>
        <source>Speakers list on paper</source>
        <translation>Liste des orateurs sur papier</translation>
    </message>
    <message>
        <source>Language of the list</source>
        <translation>Langue de la liste</translation>
    </message>
    <message>
        <source>PDF file…</source>
        <translation>Fichier PDF…</translation>
    </message>
    <message>
        <source>Printer…</source>
        <translation>Imprimante…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documents PDF (*.pdf)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>{title} – speakers list</source>
        <translation>{title} – liste des orateurs</translation>
    </message>
    <message>
        <source>{name} is written, in {folder}</source>
        <translation>{name} est écrit, dans {folder}</translation>
    </message>
    <message>
        <source>This machine knows no printer; write a PDF file and print it elsewhere.</source>
        <translation>Cette machine ne connaît aucune imprimante&#xa0;; écrivez un fichier PDF et imprimez-le ailleurs.</translation>
    </message>
    <message>
        <source>Nothing on this machine opens {name}.</source>
        <translation>Rien sur cette machine n’ouvre {name}.</translation>
    </message>
    <message>
        <source>pages sent to the printer: {pages}</source>
        <translation>pages envoyées à l’imprimante&#xa0;: {pages}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Who waits, in order, with a box to tick and room for the time used; below, who was heard.</source>
        <translation>Qui attend, dans l’ordre, avec une case à cocher et la place du temps utilisé&#xa0;; en dessous, qui a été entendu.</translation>
    </message>
</context>
<context>
    <name>QuoteLine</name>
    <message>
        <source>Quote as a note</source>
        <translation>Citer dans une note</translation>
    </message>
    <message>
        <source>Enter notes it, Escape leaves it</source>
        <translation>Entrée note, Échap abandonne</translation>
    </message>
    <message>
        <source>#2 theme · ! proposal · + good practice · ? question, then the quotation</source>
        <translation>#2 thème ·&#xa0;! proposition · + bonne pratique ·&#xa0;? question, puis la citation</translation>
    </message>
    <message>
        <source>There is no theme of that number.</source>
        <translation>Aucun thème ne porte ce numéro.</translation>
    </message>
</context>
<context>
    <name>RaisedByLine</name>
    <message>
        <source>Raised by</source>
        <translation>Soulevée par</translation>
    </message>
    <message>
        <source>raised by: country</source>
        <translation>soulevée par&#xa0;: pays</translation>
    </message>
    <message>
        <source>Type the country or code of whoever raised it.</source>
        <translation>Saisissez le pays ou le code de qui l’a soulevée.</translation>
    </message>
    <message>
        <source>{what} at {time}: raised by</source>
        <translation>{what} à {time}&#xa0;: soulevée par</translation>
    </message>
    <message>
        <source>{question} – country, or Esc</source>
        <translation>{question} – pays, ou Échap</translation>
    </message>
</context>
<context>
    <name>RecoveryActions</name>
    <message>
        <source>{name} (repaired)</source>
        <translation>{name} (réparée)</translation>
    </message>
    <message>
        <source>Repair into a copy</source>
        <translation>Réparer dans une copie</translation>
    </message>
    <message>
        <source>What is sound is being saved into a copy …</source>
        <translation>Ce qui est intact est enregistré dans une copie…</translation>
    </message>
    <message>
        <source>The backup is being put in place …</source>
        <translation>La sauvegarde est remise en place…</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>That is the session itself; choose another name.</source>
        <translation>C’est la session elle-même&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Sessions (*.ipusession)</source>
        <translation>Sessions (*.ipusession)</translation>
    </message>
    <message>
        <source>{events} events were saved.</source>
        <translation>{events} événements ont été sauvés.</translation>
    </message>
    <message>
        <source>Missing: events {first} to {last}, after {since}.</source>
        <translation>Manquent&#xa0;: les événements {first} à {last}, après {since}.</translation>
    </message>
    <message>
        <source>What came after {since} may be missing.</source>
        <translation>Ce qui est venu après {since} manque peut-être.</translation>
    </message>
    <message>
        <source>Missing: {count} half-typed texts.</source>
        <translation>Textes inachevés manquants&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Missing files: {names}.</source>
        <translation>Fichiers manquants&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Il ne manque rien.</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>La copie est enregistrée.</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Remove the lock only if nobody has the session open.</source>
        <translation>N’enlevez le verrou que si personne n’a ouvert la session.</translation>
    </message>
    <message>
        <source>Repair into a copy…</source>
        <translation>Réparer dans une copie…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Remove the lock</source>
        <translation>Enlever le verrou</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>A session that did not open</source>
        <translation>Une session qui ne s’est pas ouverte</translation>
    </message>
    <message>
        <source>The lock does not say whose it is.</source>
        <translation>Le verrou ne dit pas à qui il est.</translation>
    </message>
</context>
<context>
    <name>RegisterTable</name>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Written contributions</source>
        <translation>Contributions écrites</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>Remarks on the report that was written</source>
        <translation>Remarques sur le compte rendu écrit</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Notes without a theme</source>
        <translation>Notes sans thème</translation>
    </message>
    <message>
        <source>not for the report</source>
        <translation>pas pour le compte rendu</translation>
    </message>
    <message>
        <source>used</source>
        <translation>utilisée</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>inutilisée</translation>
    </message>
    <message>
        <source>All proposals</source>
        <translation>Toutes les propositions</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>par écrit</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>aucune note</translation>
    </message>
    <message>
        <source>by theme</source>
        <translation>par thème</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>par orateur</translation>
    </message>
    <message>
        <source>with names</source>
        <translation>avec les noms</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>sans les noms</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>in two pages</source>
        <translation>en deux pages</translation>
    </message>
    <message>
        <source>from the session details</source>
        <translation>vient des données de la session</translation>
    </message>
    <message>
        <source>a theme</source>
        <translation>un thème</translation>
    </message>
    <message>
        <source>from a note</source>
        <translation>vient d’une note</translation>
    </message>
    <message>
        <source>from the synthesis</source>
        <translation>vient de la synthèse</translation>
    </message>
    <message>
        <source>from an intervention</source>
        <translation>vient d’une intervention</translation>
    </message>
    <message>
        <source>from the speakers list</source>
        <translation>vient de la liste des orateurs</translation>
    </message>
    <message>
        <source>from a written contribution</source>
        <translation>vient d’une contribution écrite</translation>
    </message>
    <message>
        <source>It is stamped DRAFT: it has not been made final.</source>
        <translation>Il porte la mention PROJET&#xa0;: il n’a pas été rendu définitif.</translation>
    </message>
    <message>
        <source>It is stamped EXAMPLE: the data are invented.</source>
        <translation>Il porte la mention EXEMPLE&#xa0;: les données sont fictives.</translation>
    </message>
    <message>
        <source>Notes that no passage rests on, listed below their kind: {count}</source>
        <translation>Notes sur lesquelles aucun passage ne repose, listées sous leur nature&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Notes kept out of the report: {count}</source>
        <translation>Notes tenues hors du compte rendu&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Themes on which nothing was noted: {numbers}</source>
        <translation>Thèmes sur lesquels rien n’a été noté&#xa0;: {numbers}</translation>
    </message>
    <message>
        <source>Themes without a synthesis: {numbers}</source>
        <translation>Thèmes sans synthèse&#xa0;: {numbers}</translation>
    </message>
    <message>
        <source>No element for the resolution was collected.</source>
        <translation>Aucun élément pour la résolution n’a été recueilli.</translation>
    </message>
    <message>
        <source>Interruptions that nobody is named for: {count}</source>
        <translation>Interruptions dont l’auteur n’est pas nommé&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>ReportOptionsForm</name>
    <message>
        <source>Language of the report</source>
        <translation>Langue du compte rendu</translation>
    </message>
    <message>
        <source>Arrangement of the report</source>
        <translation>Présentation du compte rendu</translation>
    </message>
    <message>
        <source>With or without names</source>
        <translation>Avec ou sans noms</translation>
    </message>
    <message>
        <source>Length of the report</source>
        <translation>Longueur du compte rendu</translation>
    </message>
    <message>
        <source>Report in</source>
        <translation>Compte rendu en</translation>
    </message>
</context>
<context>
    <name>ReportWorkspace</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Synthesis</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Final version</source>
        <translation>Version définitive</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Enter puts notes into the synthesis, Ctrl+1 … 6 into a section of it.</source>
        <translation>Entrée met les notes dans la synthèse, Ctrl+1 … 6 dans l’une de ses parties.</translation>
    </message>
    <message>
        <source>Synthesis or session details</source>
        <translation>Synthèse ou données de la session</translation>
    </message>
    <message>
        <source>Elements for the resolution</source>
        <translation>Éléments pour la résolution</translation>
    </message>
    <message>
        <source>Session details</source>
        <translation>Données de la session</translation>
    </message>
    <message>
        <source>These notes have no theme; give them one in the debate first.</source>
        <translation>Ces notes n’ont pas de thème&#xa0;; donnez-leur-en d’abord un dans le débat.</translation>
    </message>
    <message>
        <source>Choose a theme first; a section belongs to one.</source>
        <translation>Choisissez d’abord un thème&#xa0;; une section en dépend.</translation>
    </message>
</context>
<context>
    <name>RequestsList</name>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Speakers list</source>
        <translation>Liste des orateurs</translation>
    </message>
    <message>
        <source>{who} exchanges places with … (choose, then Ctrl+Shift+X)</source>
        <translation>{who} échange sa place avec … (choisir, puis Ctrl+Shift+X)</translation>
    </message>
</context>
<context>
    <name>RestoreBackupDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Backup of</source>
        <translation>Sauvegarde du</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier événement</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Séance</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Speeches</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Against the file as it is</source>
        <translation>Face au fichier actuel</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Put it in the file&apos;s place</source>
        <translation>La mettre à la place du fichier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>There are no backups yet; the first is made when a session is opened.</source>
        <translation>Il n’y a pas encore de sauvegarde&#xa0;; la première se fait à l’ouverture d’une session.</translation>
    </message>
    <message>
        <source>Looking through the backups…</source>
        <translation>Examen des sauvegardes…</translation>
    </message>
    <message>
        <source>The file as it is now is kept as a backup first.</source>
        <translation>Le fichier actuel est d’abord gardé comme sauvegarde.</translation>
    </message>
    <message>
        <source>There is no backup of this session.</source>
        <translation>Il n’y a aucune sauvegarde de cette session.</translation>
    </message>
    <message>
        <source>damaged; it cannot be used</source>
        <translation>abîmée&#xa0;; inutilisable</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>le fichier est illisible</translation>
    </message>
    <message>
        <source>events that the file has not: {more}; that only the file has: {less}</source>
        <translation>événements que le fichier n’a pas&#xa0;: {more}&#xa0;; que lui seul possède&#xa0;: {less}</translation>
    </message>
    <message>
        <source>events fewer: {less}</source>
        <translation>événements de moins&#xa0;: {less}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>identique</translation>
    </message>
</context>
<context>
    <name>RowAnnouncer</name>
    <message>
        <source>{text}, {number} of {count}</source>
        <translation>{text}, {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Take this row</source>
        <translation>Prendre cette ligne</translation>
    </message>
    <message>
        <source>Enter in a field</source>
        <translation>Entrée dans un champ</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Laisser cette ligne de côté</translation>
    </message>
    <message>
        <source>This is no year and no day; write 1985 or 31.12.1985.</source>
        <translation>Ce n’est ni une année ni un jour&#xa0;; écrivez 1985 ou 31.12.1985.</translation>
    </message>
    <message>
        <source>There is no such delegation; write its name or its code.</source>
        <translation>Cette délégation n’existe pas&#xa0;; écrivez son nom ou son code.</translation>
    </message>
    <message>
        <source>which: {names}</source>
        <translation>laquelle&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Delegation that may be meant</source>
        <translation>Délégation peut-être visée</translation>
    </message>
    <message>
        <source>perhaps …</source>
        <translation>peut-être…</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Preset</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>A change applies to those still to speak; whoever has the floor keeps the old limit.</source>
        <translation>Un changement vaut pour ceux qui doivent encore parler&#xa0;; qui a la parole garde l’ancienne limite.</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Untitled session</source>
        <translation>Session sans titre</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>sitting closed</source>
        <translation>séance levée</translation>
    </message>
    <message>
        <source>no sitting yet</source>
        <translation>pas encore de séance</translation>
    </message>
    <message>
        <source>sitting {number} suspended</source>
        <translation>séance {number} suspendue</translation>
    </message>
    <message>
        <source>sitting {number}</source>
        <translation>séance {number}</translation>
    </message>
    <message>
        <source>forecast {time}</source>
        <translation>fin estimée {time}</translation>
    </message>
    <message>
        <source>ends {planned} · forecast {time} ({difference})</source>
        <translation>fin prévue {planned} · estimée {time} ({difference})</translation>
    </message>
</context>
<context>
    <name>SessionOptionsForm</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Time for a delegate</source>
        <translation>Temps d’un délégué</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>Rétablir&#xa0;: {act}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Ring when the time is up, twice after the grace period</source>
        <translation>Sonner à la fin du temps, deux fois après la tolérance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Hall display on</source>
        <translation>Affichage de la salle sur</translation>
    </message>
    <message>
        <source>Chair&apos;s screen on</source>
        <translation>Écran de la présidence sur</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Sonnette</translation>
    </message>
    <message>
        <source>{name} (not here now)</source>
        <translation>{name} (absent)</translation>
    </message>
    <message>
        <source>The first other screen</source>
        <translation>Le premier autre écran</translation>
    </message>
    <message>
        <source>In a window, to try it</source>
        <translation>Dans une fenêtre, pour essayer</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Les touches et ce qu’elles font</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
</context>
<context>
    <name>SpeakersImportPage</name>
    <message>
        <source>A list has a heading row: delegation, name, title, gender …</source>
        <translation>Une liste a une ligne de titres&#xa0;: délégation, nom, titre, sexe …</translation>
    </message>
    <message>
        <source>Add to the speakers list</source>
        <translation>Mettre sur la liste des orateurs</translation>
    </message>
    <message>
        <source>Speakers list</source>
        <translation>Liste des orateurs</translation>
    </message>
    <message>
        <source>The list does not say how its letters are encoded. Choose the line that reads correctly.</source>
        <translation>La liste ne dit pas comment ses lettres sont codées. Choisissez la ligne qui se lit correctement.</translation>
    </message>
    <message>
        <source>Speakers lists (*.csv *.xlsx *.ods *.xls *.xlsb *.docx *.txt *.tsv);;All files (*)</source>
        <translation>Listes des orateurs (*.csv *.xlsx *.ods *.xls *.xlsb *.docx *.txt *.tsv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Several sheets are lists. Choose the one to be read.</source>
        <translation>Plusieurs feuilles sont des listes. Choisissez celle qui doit être lue.</translation>
    </message>
    <message>
        <source>No heading is known. Say below the headings what each column is.</source>
        <translation>Aucun titre n’est reconnu. Indiquez sous les titres ce qu’est chaque colonne.</translation>
    </message>
</context>
<context>
    <name>SpeakersPane</name>
    <message>
        <source>one waiting</source>
        <translation>un en attente</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en attente</translation>
    </message>
    <message>
        <source>list closed</source>
        <translation>liste close</translation>
    </message>
    <message>
        <source>list open</source>
        <translation>liste ouverte</translation>
    </message>
    <message>
        <source>heard {heard} · absent {absent} · withdrawn {withdrawn} · not reached {left}</source>
        <translation>entendus {heard} · absents {absent} · retirés {withdrawn} · non atteints {left}</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>list closes at {time}</source>
        <translation>clôture à {time}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Entendus</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absents</translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message>
        <source>Sessions (*.ipusession)</source>
        <translation>Sessions (*.ipusession)</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Ouvrir une session</translation>
    </message>
</context>
<context>
    <name>SupportersLine</name>
    <message>
        <source>Also supported by</source>
        <translation>Soutenu aussi par</translation>
    </message>
    <message>
        <source>codes or names, a semicolon between them; Enter records</source>
        <translation>codes ou noms, séparés par un point-virgule&#xa0;; Entrée enregistre</translation>
    </message>
    <message>
        <source>no such delegation: {name}</source>
        <translation>délégation inconnue&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>SuspensionReasonLine</name>
    <message>
        <source>Why the sitting is suspended</source>
        <translation>Pourquoi la séance est suspendue</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>reason for the suspension</source>
        <translation>raison de la suspension</translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>House template</source>
        <translation>Modèle de la maison</translation>
    </message>
    <message>
        <source>Word files (*.docx *.dotx)</source>
        <translation>Fichiers Word (*.docx *.dotx)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>House template: {name}</source>
        <translation>Modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Styles, page, header and logo are taken from a Word file of your institution</source>
        <translation>Styles, page, en-tête et logo sont repris d’un fichier Word de votre institution</translation>
    </message>
</context>
<context>
    <name>ThemeAndNoteTables</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Notes of the theme</source>
        <translation>Notes du thème</translation>
    </message>
    <message>
        <source>notes used nowhere: {count}</source>
        <translation>notes non utilisées&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>ThemeChips</name>
    <message>
        <source>A theme that the floor brought up</source>
        <translation>Un thème amené par la salle</translation>
    </message>
    <message>
        <source>title of the new theme – Enter adds it, Esc leaves</source>
        <translation>titre du nouveau thème – Entrée l’ajoute, Échap quitte</translation>
    </message>
    <message>
        <source>themes untouched: {numbers}</source>
        <translation>thèmes non abordés&#xa0;: {numbers}</translation>
    </message>
    <message>
        <source>untouched so far</source>
        <translation>pas encore abordé</translation>
    </message>
</context>
<context>
    <name>ThemeMatrixDialog</name>
    <message>
        <source>Who said what on which theme</source>
        <translation>Qui a dit quoi sur quel thème</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Notes of the cell</source>
        <translation>Notes de la case</translation>
    </message>
    <message>
        <source>Delegation or group</source>
        <translation>Délégation ou groupe</translation>
    </message>
    <message>
        <source>all themes</source>
        <translation>tous les thèmes</translation>
    </message>
    <message>
        <source>{who} – {theme} · notes: {count}</source>
        <translation>{who} – {theme} · notes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Themes by delegations</source>
        <translation>Thèmes par délégation</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Délégations</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Notes, of these ! proposals, + good practices, ? questions, &quot; quotations; time on the theme: the time of a speech is shared among the themes that it touched. A delegation in two groups counts in each.</source>
        <translation>Notes, dont&#xa0;! propositions, + bonnes pratiques,&#xa0;? questions, &quot; citations&#xa0;; temps consacré au thème&#xa0;: la durée d’un discours est répartie entre les thèmes abordés. Une délégation de deux groupes compte dans chacun.</translation>
    </message>
</context>
<context>
    <name>ThemesEditor</name>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Sentence it came from</source>
        <translation>Phrase d’origine</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Title of the theme</source>
        <translation>Titre du thème</translation>
    </message>
    <message>
        <source>Ctrl+Enter splits the theme here</source>
        <translation>Ctrl+Entrée coupe le thème ici</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(pas encore de titre)</translation>
    </message>
    <message>
        <source>{number} (doubtful)</source>
        <translation>{number} (douteux)</translation>
    </message>
</context>
<context>
    <name>ThemesLineEdit</name>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>there is no theme of that number</source>
        <translation>aucun thème ne porte ce numéro</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Sentence of the concept note</source>
        <translation>Phrase de la note d’orientation</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Notes of the theme</source>
        <translation>Notes du thème</translation>
    </message>
    <message>
        <source>Title of a theme</source>
        <translation>Titre d’un thème</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>A new theme: Enter adds it; Ctrl+Enter makes it out of the chosen theme, and the notes that are chosen go over to it.</source>
        <translation>Un nouveau thème&#xa0;: Entrée l’ajoute&#xa0;; Ctrl+Entrée le tire du thème choisi, et les notes choisies y passent.</translation>
    </message>
    <message>
        <source>The title is being changed; Esc leaves it as it was, Ctrl+Enter parts the theme where the cursor stands.</source>
        <translation>Le titre est en cours de modification&#xa0;; Échap le laisse tel quel, Ctrl+Entrée scinde le thème à l’endroit du curseur.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>There is nothing to part: choose a theme, or put the cursor in it.</source>
        <translation>Il n’y a rien à diviser&#xa0;: choisissez un thème, ou placez le curseur dans son titre.</translation>
    </message>
</context>
<context>
    <name>TimeBell</name>
    <message>
        <source>There is no sound on this machine: the bell is silent, the light is not.</source>
        <translation>Cet ordinateur n’a pas de son&#xa0;: la sonnette se tait, le signal lumineux reste.</translation>
    </message>
</context>
<context>
    <name>TimeLineEdit</name>
    <message>
        <source>Write the time as 12:30</source>
        <translation>Écrivez l’heure sous la forme 12:30</translation>
    </message>
</context>
<context>
    <name>TimingGapBar</name>
    <message>
        <source>Take the new time over</source>
        <translation>Prendre la nouvelle heure</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>Elle compte</translation>
    </message>
    <message>
        <source>Keep the debate&apos;s clock</source>
        <translation>Garder l’heure du débat</translation>
    </message>
    <message>
        <source>It does not count</source>
        <translation>Elle ne compte pas</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set from {start} to {end}. The debate&apos;s clock goes on as before; no speaker&apos;s time is touched.</source>
        <translation>L’horloge de l’ordinateur a été réglée de {start} à {end}. Celle du débat continue&#xa0;; aucun temps de parole n’est touché.</translation>
    </message>
    <message>
        <source>The program ended without warning; nobody watched from {start} to {end}.</source>
        <translation>Le programme s’est arrêté sans prévenir&#xa0;; personne ne veillait de {start} à {end}.</translation>
    </message>
    <message>
        <source>The program was closed from {start} to {end}, with the clock running.</source>
        <translation>Le programme était fermé de {start} à {end}, le chronomètre en marche.</translation>
    </message>
    <message>
        <source>The machine slept from {start} to {end}.</source>
        <translation>L’ordinateur était en veille de {start} à {end}.</translation>
    </message>
    <message>
        <source>The speaker&apos;s time was {spoken} with the gap, {other} without it.</source>
        <translation>Temps de parole&#xa0;: {spoken} avec l’interruption, {other} sans elle.</translation>
    </message>
    <message>
        <source>The gap counts until it is answered: {counts} or {left_out}.</source>
        <translation>L’interruption compte tant qu’on n’a pas répondu&#xa0;: {counts} ou {left_out}.</translation>
    </message>
    <message>
        <source>The program stood still from {start} to {end}.</source>
        <translation>Le programme est resté bloqué de {start} à {end}.</translation>
    </message>
</context>
<context>
    <name>UnnamedInterruptionsBar</name>
    <message>
        <source>Name whose it was</source>
        <translation>Nommer l’auteur</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} de plus</translation>
    </message>
    <message>
        <source>Nobody is named for: {which}.</source>
        <translation>L’auteur n’est pas nommé&#xa0;: {which}.</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Write now</source>
        <translation>Écrire maintenant</translation>
    </message>
    <message>
        <source>The session&apos;s file is not where it was: {path}.</source>
        <translation>Le fichier de la session n’est plus à sa place&#x202f;: {path}.</translation>
    </message>
    <message>
        <source>The disk is full: {path}.</source>
        <translation>Le disque est plein&#x202f;: {path}.</translation>
    </message>
    <message>
        <source>Another program holds the session&apos;s file: {path}.</source>
        <translation>Un autre programme tient le fichier de la session&#x202f;: {path}.</translation>
    </message>
    <message>
        <source>Acts that wait for the disk: {acts}; the debate goes on.</source>
        <translation>Actes qui attendent le disque&#x202f;: {acts}&#x202f;; le débat continue.</translation>
    </message>
    <message>
        <source>All is kept in the emergency copy {path}.</source>
        <translation>Tout est gardé dans la copie de secours {path}.</translation>
    </message>
    <message>
        <source>No emergency copy could be written either: all is in memory only; do not close the program.</source>
        <translation>Aucune copie de secours n’a pu être écrite non plus&#x202f;: tout n’est qu’en mémoire&#x202f;; ne fermez pas le programme.</translation>
    </message>
    <message>
        <source>No act waits yet; the debate goes on.</source>
        <translation>Aucun acte n’est encore en attente&#xa0;; le débat continue.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Sessions récentes</translation>
    </message>
    <message>
        <source>Example debate</source>
        <translation>Débat d’exemple</translation>
    </message>
    <message>
        <source>Speakers, time, notes and report of a preparatory debate</source>
        <translation>Orateurs, temps, notes et compte rendu d’un débat préparatoire</translation>
    </message>
    <message>
        <source>from a concept note, or without one</source>
        <translation>à partir d’une note d’orientation, ou sans</translation>
    </message>
    <message>
        <source>a session kept on this machine</source>
        <translation>une session gardée sur cette machine</translation>
    </message>
    <message>
        <source>a backup, when a session is damaged or gone</source>
        <translation>une sauvegarde, quand une session est abîmée ou disparue</translation>
    </message>
    <message>
        <source>a finished debate to look around in; nothing real in it</source>
        <translation>un débat achevé, pour s’y promener&#xa0;; rien n’y est réel</translation>
    </message>
    <message>
        <source>None yet. The sessions you open will stand here.</source>
        <translation>Aucune pour le moment. Les sessions que vous ouvrez figureront ici.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>speech</source>
        <translation>discours</translation>
    </message>
    <message>
        <source>point of order</source>
        <translation>motion d’ordre</translation>
    </message>
    <message>
        <source>right of reply</source>
        <translation>droit de réponse</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>response</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>motion</translation>
    </message>
    <message>
        <source>against the motion</source>
        <translation>contre la motion</translation>
    </message>
    <message>
        <source>the Chair&apos;s words</source>
        <translation>paroles de la présidence</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Associate Member</source>
        <translation>Membre associé</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>observateur</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>expert</translation>
    </message>
    <message>
        <source>co-Rapporteur</source>
        <translation>co-rapporteur</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>point</source>
        <translation>point</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>proposition</translation>
    </message>
    <message>
        <source>good practice</source>
        <translation>bonne pratique</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>citation</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>a la parole</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>entendu</translation>
    </message>
    <message>
        <source>no ruling yet</source>
        <translation>pas encore tranchée</translation>
    </message>
    <message>
        <source>upheld</source>
        <translation>accueillie</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>prise en note</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>femme</translation>
    </message>
    <message>
        <source>man</source>
        <translation>homme</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>dans les temps</translation>
    </message>
    <message>
        <source>time nearly up</source>
        <translation>bientôt fini</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>temps écoulé</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>temps dépassé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>held</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>other motion</source>
        <translation>autre motion</translation>
    </message>
    <message>
        <source>to close the list</source>
        <translation>clore la liste</translation>
    </message>
    <message>
        <source>to close the debate</source>
        <translation>clore le débat</translation>
    </message>
    <message>
        <source>to adjourn the debate</source>
        <translation>ajourner le débat</translation>
    </message>
    <message>
        <source>to suspend the sitting</source>
        <translation>suspendre la séance</translation>
    </message>
    <message>
        <source>women and men in turn</source>
        <translation>femmes et hommes en alternance</translation>
    </message>
    <message>
        <source>first-time speakers first</source>
        <translation>d’abord qui n’a pas encore parlé</translation>
    </message>
    <message>
        <source>young parliamentarians first</source>
        <translation>d’abord les jeunes parlementaires</translation>
    </message>
    <message>
        <source>unheard groups first</source>
        <translation>d’abord les groupes pas encore entendus</translation>
    </message>
    <message>
        <source>no delegation twice in a row</source>
        <translation>aucune délégation deux fois de suite</translation>
    </message>
    <message>
        <source>second speakers after all first ones</source>
        <translation>seconds orateurs après tous les premiers</translation>
    </message>
    <message>
        <source>a woman after a man</source>
        <translation>une femme après un homme</translation>
    </message>
    <message>
        <source>a man after a woman</source>
        <translation>un homme après une femme</translation>
    </message>
    <message>
        <source>only this gender is left</source>
        <translation>il ne reste que ce sexe</translation>
    </message>
    <message>
        <source>gender not stated; keeps the turn</source>
        <translation>sexe non indiqué&#xa0;; garde son tour</translation>
    </message>
    <message>
        <source>the first on the list</source>
        <translation>le premier de la liste</translation>
    </message>
    <message>
        <source>speaks for the first time</source>
        <translation>parle pour la première fois</translation>
    </message>
    <message>
        <source>was heard before</source>
        <translation>a déjà été entendu</translation>
    </message>
    <message>
        <source>young</source>
        <translation>jeune</translation>
    </message>
    <message>
        <source>not among the young</source>
        <translation>n’est pas des jeunes</translation>
    </message>
    <message>
        <source>group not heard yet</source>
        <translation>groupe pas encore entendu</translation>
    </message>
    <message>
        <source>group heard already</source>
        <translation>groupe déjà entendu</translation>
    </message>
    <message>
        <source>another delegation than the one before</source>
        <translation>autre délégation que la précédente</translation>
    </message>
    <message>
        <source>only this delegation is left</source>
        <translation>il ne reste que cette délégation</translation>
    </message>
    <message>
        <source>first speaker of the delegation</source>
        <translation>premier orateur de la délégation</translation>
    </message>
    <message>
        <source>a further speaker of the delegation</source>
        <translation>autre orateur de la délégation</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Convergence</translation>
    </message>
    <message>
        <source>Differing views</source>
        <translation>Divergences</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Good practices</source>
        <translation>Bonnes pratiques</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Preambular</source>
        <translation>Préambule</translation>
    </message>
    <message>
        <source>Operative</source>
        <translation>Dispositif</translation>
    </message>
    <message>
        <source>open</source>
        <translation>en suspens</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>I give the floor to {name} of {delegation}.</source>
        <translation>Je donne la parole à {name} (délégation&#xa0;: {delegation}).</translation>
    </message>
    <message>
        <source>I give the floor to {name}.</source>
        <translation>Je donne la parole à {name}.</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: en, fr …</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Somebody has the floor.</source>
        <translation>Quelqu’un a la parole.</translation>
    </message>
    <message>
        <source>Nobody has the floor.</source>
        <translation>Personne n’a la parole.</translation>
    </message>
    <message>
        <source>Nobody is waiting on the list.</source>
        <translation>Personne n’attend sur la liste.</translation>
    </message>
    <message>
        <source>The list is closed; reopen it to add a name.</source>
        <translation>La liste est close&#xa0;; rouvrez-la pour inscrire un nom.</translation>
    </message>
    <message>
        <source>The list is open already.</source>
        <translation>La liste est déjà ouverte.</translation>
    </message>
    <message>
        <source>This delegate is on the list already.</source>
        <translation>Ce délégué est déjà sur la liste.</translation>
    </message>
    <message>
        <source>This request is not waiting any more.</source>
        <translation>Cette demande n’attend plus.</translation>
    </message>
    <message>
        <source>This request is waiting already.</source>
        <translation>Cette demande attend déjà.</translation>
    </message>
    <message>
        <source>The clock is not running.</source>
        <translation>L’horloge ne tourne pas.</translation>
    </message>
    <message>
        <source>The clock is not paused.</source>
        <translation>L’horloge n’est pas en pause.</translation>
    </message>
    <message>
        <source>A point of order is on; rule on it first.</source>
        <translation>Une motion d’ordre est en cours&#xa0;; tranchez-la d’abord.</translation>
    </message>
    <message>
        <source>No point of order has the floor.</source>
        <translation>Aucune motion d’ordre n’est en cours.</translation>
    </message>
    <message>
        <source>An observer has no right to raise a point of order.</source>
        <translation>Un observateur ne peut pas soulever de motion d’ordre.</translation>
    </message>
    <message>
        <source>An observer has no right of reply.</source>
        <translation>Un observateur n’a pas de droit de réponse.</translation>
    </message>
    <message>
        <source>This delegation has had, or waits for, all its replies.</source>
        <translation>Cette délégation a eu, ou attend, toutes ses réponses.</translation>
    </message>
    <message>
        <source>A motion is on; record its decision first.</source>
        <translation>Une motion est en cours&#xa0;; consigner d’abord la décision.</translation>
    </message>
    <message>
        <source>No motion is on.</source>
        <translation>Aucune motion n’est en cours.</translation>
    </message>
    <message>
        <source>The same was moved before in this debate.</source>
        <translation>La même motion a déjà été présentée dans ce débat.</translation>
    </message>
    <message>
        <source>Nobody has spoken yet to whom a question could be put.</source>
        <translation>Personne n’a encore parlé à qui poser une question.</translation>
    </message>
    <message>
        <source>There is no limit to add to or take from.</source>
        <translation>Il n’y a pas de limite à augmenter ou à réduire.</translation>
    </message>
    <message>
        <source>This intervention is not over yet; correct it when it is.</source>
        <translation>Cette intervention n’est pas finie&#xa0;; la corriger ensuite.</translation>
    </message>
    <message>
        <source>That time has not come yet.</source>
        <translation>Cette heure n’est pas encore venue.</translation>
    </message>
    <message>
        <source>The limits fit as they are, or there is no planned end, or too little time.</source>
        <translation>Les limites conviennent déjà, ou aucune fin n’est prévue, ou le temps manque.</translation>
    </message>
    <message>
        <source>There is no gap to answer for.</source>
        <translation>Aucune interruption n’attend de réponse.</translation>
    </message>
    <message>
        <source>A speaker and a reply stand on two lists; they exchange no places.</source>
        <translation>Un orateur et une réponse sont sur deux listes&#xa0;; ils n’échangent pas leurs places.</translation>
    </message>
    <message>
        <source>The list has changed since; let the order be proposed anew.</source>
        <translation>La liste a changé depuis&#xa0;; faire proposer l’ordre de nouveau.</translation>
    </message>
    <message>
        <source>The sitting is open already.</source>
        <translation>La séance est déjà ouverte.</translation>
    </message>
    <message>
        <source>The sitting is suspended; resume it first (F12).</source>
        <translation>La séance est suspendue&#xa0;; reprenez-la d’abord (F12).</translation>
    </message>
    <message>
        <source>The sitting is not suspended.</source>
        <translation>La séance n’est pas suspendue.</translation>
    </message>
    <message>
        <source>There is nothing written yet.</source>
        <translation>Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>That is how it stands already.</source>
        <translation>C’est déjà ainsi.</translation>
    </message>
    <message>
        <source>That number is out of range.</source>
        <translation>Ce nombre est hors limites.</translation>
    </message>
    <message>
        <source>That delegation is not in the directory.</source>
        <translation>Cette délégation n’est pas dans le répertoire.</translation>
    </message>
    <message>
        <source>There is no theme of that number.</source>
        <translation>Il n’y a pas de thème de ce numéro.</translation>
    </message>
    <message>
        <source>That is no longer there.</source>
        <translation>Cela n’y est plus.</translation>
    </message>
    <message>
        <source>Only an element for the resolution names supporters.</source>
        <translation>Seul un élément pour la résolution nomme des soutiens.</translation>
    </message>
    <message>
        <source>A passage of a theme and an element stay apart.</source>
        <translation>Un passage d’un thème et un élément restent séparés.</translation>
    </message>
    <message>
        <source>This note is not for the report (Ctrl+R).</source>
        <translation>Cette note n’est pas destinée au compte rendu (Ctrl+R).</translation>
    </message>
    <message>
        <source>This note quotes what was written; it belongs to no speech.</source>
        <translation>Cette note cite un texte écrit&#xa0;; elle n’appartient à aucune intervention.</translation>
    </message>
    <message>
        <source>A note quotes this contribution; it stays.</source>
        <translation>Une note cite cette contribution&#xa0;; elle reste.</translation>
    </message>
    <message>
        <source>Notes or requests belong to this theme; it stays.</source>
        <translation>Des notes ou des demandes relèvent de ce thème&#xa0;; il reste.</translation>
    </message>
    <message>
        <source>Only the report of a closed debate can be made final; close the sitting first.</source>
        <translation>Seul le compte rendu d’un débat clos peut être rendu définitif&#xa0;; levez d’abord la séance.</translation>
    </message>
    <message>
        <source>The session exists already.</source>
        <translation>La session existe déjà.</translation>
    </message>
    <message>
        <source>The session does not exist yet.</source>
        <translation>La session n’existe pas encore.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is no such file or folder; look at the name.</source>
        <translation>Ce fichier ou dossier n’existe pas&#xa0;; vérifiez le nom.</translation>
    </message>
    <message>
        <source>This is a folder; name a file.</source>
        <translation>C’est un dossier&#xa0;; nommez un fichier.</translation>
    </message>
    <message>
        <source>This is no ordinary file; name one that is.</source>
        <translation>Ce n’est pas un fichier ordinaire&#xa0;; nommez-en un.</translation>
    </message>
    <message>
        <source>This machine does not permit it; choose another place or change the rights.</source>
        <translation>Cette machine ne le permet pas&#xa0;; choisissez un autre endroit ou changez les droits.</translation>
    </message>
    <message>
        <source>This can only be read; copy the file to where it can be written.</source>
        <translation>Ceci ne peut qu’être lu&#xa0;; copiez le fichier là où l’on peut écrire.</translation>
    </message>
    <message>
        <source>Another file lies where the session was; put the session back in its place.</source>
        <translation>Un autre fichier se trouve à la place de la session&#x202f;; remettez la session à sa place.</translation>
    </message>
    <message>
        <source>The disk is full; make room, then try again.</source>
        <translation>Le disque est plein&#xa0;; faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk reports a fault; copy the file to another disk.</source>
        <translation>Le disque signale une erreur&#xa0;; copiez le fichier sur un autre disque.</translation>
    </message>
    <message>
        <source>There is a file of that name already; choose another name.</source>
        <translation>Un fichier de ce nom existe déjà&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The file is empty; it never held a session, or was lost. Take a copy of it from elsewhere.</source>
        <translation>Le fichier est vide&#xa0;; il n’a jamais contenu de session, ou elle est perdue. Prenez-en une copie ailleurs.</translation>
    </message>
    <message>
        <source>This is not a session of this program; choose an .ipusession file.</source>
        <translation>Ce n’est pas une session de ce programme&#xa0;; choisissez un fichier .ipusession.</translation>
    </message>
    <message>
        <source>The session is damaged here; restore a backup, or repair it into a copy.</source>
        <translation>La session est abîmée à cet endroit&#xa0;; restaurez une sauvegarde, ou réparez-la dans une copie.</translation>
    </message>
    <message>
        <source>The end of this session is missing; take a copy that is whole, or repair it into a copy.</source>
        <translation>La fin de cette session manque&#xa0;; prenez une copie entière, ou réparez-la dans une copie.</translation>
    </message>
    <message>
        <source>This event cannot have happened; somebody changed the session. Repair it into a copy.</source>
        <translation>Cet événement n’a pas pu avoir lieu&#xa0;; quelqu’un a modifié la session. Réparez-la dans une copie.</translation>
    </message>
    <message>
        <source>Another program changed how this session is written; take a copy of it from before.</source>
        <translation>Un autre programme a changé l’écriture de cette session&#xa0;; prenez-en une copie antérieure.</translation>
    </message>
    <message>
        <source>A -journal file beside this session belongs to another file; move it away, and keep it.</source>
        <translation>Un fichier -journal à côté de cette session appartient à un autre fichier&#xa0;; déplacez-le, et gardez-le.</translation>
    </message>
    <message>
        <source>Nothing of this session can be saved by itself; restore a backup, or take a copy from before.</source>
        <translation>Rien de cette session ne peut être sauvé en l’état&#xa0;; restaurez une sauvegarde, ou prenez une copie antérieure.</translation>
    </message>
    <message>
        <source>There is no such backup of this session.</source>
        <translation>Il n’y a pas de telle sauvegarde de cette session.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote this session; open it with that version.</source>
        <translation>Une version plus récente de ce programme a écrit cette session&#xa0;; ouvrez-la avec celle-ci.</translation>
    </message>
    <message>
        <source>Somebody put things into this session that this program never makes; it is not opened.</source>
        <translation>Quelqu’un a mis dans cette session des objets que ce programme ne crée jamais&#xa0;; elle n’est pas ouverte.</translation>
    </message>
    <message>
        <source>This session is open in another program; close it there first.</source>
        <translation>Cette session est ouverte dans un autre programme&#xa0;; fermez-la d’abord là-bas.</translation>
    </message>
    <message>
        <source>This session is open on another machine; close it there, or delete the .lock file if it is not.</source>
        <translation>Cette session est ouverte sur une autre machine&#xa0;; fermez-la là-bas, ou effacez le fichier .lock si ce n’est pas le cas.</translation>
    </message>
    <message>
        <source>A .lock file beside the session says nothing; if the session is open nowhere, delete it.</source>
        <translation>Un fichier .lock à côté de la session ne dit rien&#xa0;; si la session n’est ouverte nulle part, effacez-le.</translation>
    </message>
    <message>
        <source>This line is no event of a session; nothing was written.</source>
        <translation>Cette ligne n’est pas un événement d’une session&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>This line is an event of a newer version of this program; use that version.</source>
        <translation>Cette ligne est un événement d’une version plus récente de ce programme&#xa0;; utilisez celle-ci.</translation>
    </message>
    <message>
        <source>The file cannot be read; copy it to this machine and try again.</source>
        <translation>Le fichier ne peut être lu&#xa0;; copiez-le sur cette machine et réessayez.</translation>
    </message>
    <message>
        <source>The file is empty; choose another.</source>
        <translation>Le fichier est vide&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This is too large for what it should be; choose another file.</source>
        <translation>C’est trop grand pour ce que cela devrait être&#xa0;; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>This is not text; choose another file.</source>
        <translation>Ce n’est pas du texte&#xa0;; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The file is not what is needed here, or not what its name says; save it anew in the right form.</source>
        <translation>Le fichier n’est pas ce qu’il faut ici, ou pas ce que dit son nom&#xa0;; enregistrez-le à nouveau sous la bonne forme.</translation>
    </message>
    <message>
        <source>The file is protected by a password; save it without one.</source>
        <translation>Le fichier est protégé par un mot de passe&#xa0;; enregistrez-le sans.</translation>
    </message>
    <message>
        <source>The file is damaged here; save it anew.</source>
        <translation>Le fichier est endommagé ici&#xa0;; enregistrez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file defines words of its own (a DTD), as no Office program does; save it anew.</source>
        <translation>Le fichier définit ses propres termes (une DTD), ce que ne fait aucun logiciel bureautique&#xa0;; enregistrez-le à nouveau.</translation>
    </message>
    <message>
        <source>The letters are in an encoding that must be named; name it (--encoding), or save the list as UTF-8.</source>
        <translation>Les lettres sont dans un encodage qu’il faut nommer&#xa0;; nommez-le (--encoding), ou enregistrez la liste en UTF-8.</translation>
    </message>
    <message>
        <source>There is no heading row with a column for the delegation or the name; add one.</source>
        <translation>Il n’y a pas de ligne de titres avec une colonne pour la délégation ou le nom&#xa0;; ajoutez-en une.</translation>
    </message>
    <message>
        <source>There is no speaker in the list.</source>
        <translation>Il n’y a pas d’orateur dans la liste.</translation>
    </message>
    <message>
        <source>This cannot be written; choose another name or place.</source>
        <translation>Ceci ne peut être écrit&#xa0;; choisissez un autre nom ou endroit.</translation>
    </message>
    <message>
        <source>Another program has this file open; close it there, or choose another name.</source>
        <translation>Un autre programme a ouvert ce fichier&#xa0;; fermez-le là-bas, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>A session lies there; choose another name.</source>
        <translation>Une session se trouve là&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no such folder; make it, or choose another place.</source>
        <translation>Ce dossier n’existe pas&#xa0;; créez-le, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>This is no Word template; choose a .docx or .dotx file.</source>
        <translation>Ce n’est pas un modèle Word&#xa0;; choisissez un fichier .docx ou .dotx.</translation>
    </message>
    <message>
        <source>The template contains macros; save it in Word as .dotx, without them.</source>
        <translation>Le modèle contient des macros&#xa0;; enregistrez-le dans Word au format .dotx, sans macros.</translation>
    </message>
    <message>
        <source>A picture of the template is only linked to; insert it in the template itself.</source>
        <translation>Une image du modèle n’est que liée&#xa0;; insérez-la dans le modèle lui-même.</translation>
    </message>
    <message>
        <source>The template refers to a file somewhere else; remove the link in Word.</source>
        <translation>Le modèle renvoie à un fichier situé ailleurs&#xa0;; supprimez ce lien dans Word.</translation>
    </message>
    <message>
        <source>The template contains an embedded object; put a picture in its place.</source>
        <translation>Le modèle contient un objet incorporé&#xa0;; remplacez-le par une image.</translation>
    </message>
    <message>
        <source>A field in a header or footer fetches something from elsewhere; turn it into text (Ctrl+Shift+F9).</source>
        <translation>Un champ d’en-tête ou de pied de page va chercher un élément ailleurs&#xa0;; changez-le en texte (Ctrl+Maj+F9).</translation>
    </message>
    <message>
        <source>There is no report in this language.</source>
        <translation>Il n’y a pas de compte rendu dans cette langue.</translation>
    </message>
    <message>
        <source>A report by speaker cannot be without names; choose the report by theme.</source>
        <translation>Un compte rendu par orateur ne peut se passer des noms&#xa0;; choisissez le compte rendu par thème.</translation>
    </message>
    <message>
        <source>Some acts are not on the disk yet; write them first (Ctrl+F12), or wait for the disk.</source>
        <translation>Des actes ne sont pas encore sur le disque&#x202f;; écrivez-les d’abord (Ctrl+F12), ou attendez le disque.</translation>
    </message>
    <message>
        <source>The file says otherwise than the program; nothing was written. Close the session and open it again: the file counts.</source>
        <translation>Le fichier ne dit pas la même chose que le programme&#xa0;; rien n’a été écrit. Fermez la session et rouvrez-la&#xa0;: c’est le fichier qui fait foi.</translation>
    </message>
    <message>
        <source>The report would not agree with the record in this; nothing was written. Export the tables, and report this fault.</source>
        <translation>Le compte rendu ne concorderait pas avec le relevé sur ce point&#xa0;; rien n’a été écrit. Exportez les tableaux et signalez cette anomalie.</translation>
    </message>
    <message>
        <source>No final version of the report has this number.</source>
        <translation>Aucune version définitive du compte rendu ne porte ce numéro.</translation>
    </message>
    <message>
        <source>This could not be read or written.</source>
        <translation>Ceci n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>names no delegation</source>
        <translation>ne nomme pas de délégation</translation>
    </message>
    <message>
        <source>no such delegation: {value}</source>
        <translation>délégation inconnue&#xa0;: {value}</translation>
    </message>
    <message>
        <source>stands in line {value} already</source>
        <translation>figure déjà à la ligne {value}</translation>
    </message>
    <message>
        <source>no gender that is known: {value}</source>
        <translation>sexe inconnu&#xa0;: {value}</translation>
    </message>
    <message>
        <source>neither yes nor no: {value}</source>
        <translation>ni oui ni non&#xa0;: {value}</translation>
    </message>
    <message>
        <source>no year and no day: {value}</source>
        <translation>ni année ni jour&#xa0;: {value}</translation>
    </message>
    <message>
        <source>no number of a theme: {value}</source>
        <translation>pas un numéro de thème&#xa0;: {value}</translation>
    </message>
    <message>
        <source>no heading above: {value}</source>
        <translation>pas de titre au-dessus&#xa0;: {value}</translation>
    </message>
    <message>
        <source>too long for its heading: {value}</source>
        <translation>trop long pour sa colonne&#xa0;: {value}</translation>
    </message>
    <message>
        <source>new session</source>
        <translation>nouvelle session</translation>
    </message>
    <message>
        <source>session details</source>
        <translation>données de la session</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>règles</translation>
    </message>
    <message>
        <source>directory of delegations</source>
        <translation>répertoire des délégations</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>délégation</translation>
    </message>
    <message>
        <source>new theme</source>
        <translation>nouveau thème</translation>
    </message>
    <message>
        <source>theme&apos;s title</source>
        <translation>titre du thème</translation>
    </message>
    <message>
        <source>order of themes</source>
        <translation>ordre des thèmes</translation>
    </message>
    <message>
        <source>removal of a theme</source>
        <translation>retrait d’un thème</translation>
    </message>
    <message>
        <source>name added</source>
        <translation>inscription</translation>
    </message>
    <message>
        <source>delegate&apos;s entry</source>
        <translation>fiche du délégué</translation>
    </message>
    <message>
        <source>move on the list</source>
        <translation>déplacement dans la liste</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>retrait</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>back on the list</source>
        <translation>retour sur la liste</translation>
    </message>
    <message>
        <source>exchange of places</source>
        <translation>échange de places</translation>
    </message>
    <message>
        <source>drawing of lots</source>
        <translation>tirage au sort</translation>
    </message>
    <message>
        <source>proposed order</source>
        <translation>ordre proposé</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>suppléant</translation>
    </message>
    <message>
        <source>announcement of the closing</source>
        <translation>annonce de la clôture</translation>
    </message>
    <message>
        <source>list closed</source>
        <translation>liste close</translation>
    </message>
    <message>
        <source>list reopened</source>
        <translation>liste rouverte</translation>
    </message>
    <message>
        <source>sitting opened</source>
        <translation>séance ouverte</translation>
    </message>
    <message>
        <source>suspension</source>
        <translation>suspension</translation>
    </message>
    <message>
        <source>reason for the suspension</source>
        <translation>raison de la suspension</translation>
    </message>
    <message>
        <source>sitting resumed</source>
        <translation>séance reprise</translation>
    </message>
    <message>
        <source>sitting closed</source>
        <translation>séance levée</translation>
    </message>
    <message>
        <source>floor given</source>
        <translation>parole donnée</translation>
    </message>
    <message>
        <source>who has the floor</source>
        <translation>qui a la parole</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>clock going on</source>
        <translation>reprise de l’horloge</translation>
    </message>
    <message>
        <source>interruption</source>
        <translation>interruption</translation>
    </message>
    <message>
        <source>speech going on</source>
        <translation>reprise du discours</translation>
    </message>
    <message>
        <source>time granted</source>
        <translation>temps accordé</translation>
    </message>
    <message>
        <source>new allotment</source>
        <translation>nouveau temps</translation>
    </message>
    <message>
        <source>what is moved</source>
        <translation>objet de la motion</translation>
    </message>
    <message>
        <source>decision on the motion</source>
        <translation>décision sur la motion</translation>
    </message>
    <message>
        <source>correction of times</source>
        <translation>correction des temps</translation>
    </message>
    <message>
        <source>deletion of an intervention</source>
        <translation>suppression d’une intervention</translation>
    </message>
    <message>
        <source>speech entered from paper</source>
        <translation>discours saisi depuis le papier</translation>
    </message>
    <message>
        <source>accident of the machine</source>
        <translation>incident de l’ordinateur</translation>
    </message>
    <message>
        <source>answer about the gap</source>
        <translation>réponse sur l’interruption</translation>
    </message>
    <message>
        <source>count of those present</source>
        <translation>comptage des présents</translation>
    </message>
    <message>
        <source>ruling</source>
        <translation>décision</translation>
    </message>
    <message>
        <source>end of the intervention</source>
        <translation>fin de l’intervention</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>edit of a note</source>
        <translation>modification d’une note</translation>
    </message>
    <message>
        <source>theme of a note</source>
        <translation>thème d’une note</translation>
    </message>
    <message>
        <source>move of a note</source>
        <translation>déplacement d’une note</translation>
    </message>
    <message>
        <source>note not for the report</source>
        <translation>note hors du compte rendu</translation>
    </message>
    <message>
        <source>deletion of a note</source>
        <translation>suppression d’une note</translation>
    </message>
    <message>
        <source>joining of themes</source>
        <translation>fusion de thèmes</translation>
    </message>
    <message>
        <source>parting of a theme</source>
        <translation>division d’un thème</translation>
    </message>
    <message>
        <source>parting of a note</source>
        <translation>division d’une note</translation>
    </message>
    <message>
        <source>joining of notes</source>
        <translation>fusion de notes</translation>
    </message>
    <message>
        <source>passage of the synthesis</source>
        <translation>passage de la synthèse</translation>
    </message>
    <message>
        <source>order of the synthesis</source>
        <translation>ordre de la synthèse</translation>
    </message>
    <message>
        <source>removal of a passage</source>
        <translation>suppression d’un passage</translation>
    </message>
    <message>
        <source>synthesis</source>
        <translation>synthèse</translation>
    </message>
    <message>
        <source>written contribution</source>
        <translation>contribution écrite</translation>
    </message>
    <message>
        <source>removal of a contribution</source>
        <translation>retrait d’une contribution</translation>
    </message>
    <message>
        <source>final version of the report</source>
        <translation>version définitive du compte rendu</translation>
    </message>
    <message>
        <source>correction received</source>
        <translation>correction reçue</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>annulation</translation>
    </message>
    <message>
        <source>Styles added that the template has not: {names}</source>
        <translation>Styles ajoutés, absents du modèle&#xa0;: {names}</translation>
    </message>
    <message>
        <source>The earlier report keeps the look that it has; to give it the template&apos;s, write to a new file.</source>
        <translation>Le rapport précédent garde sa présentation&#xa0;; pour lui donner celle du modèle, écrivez dans un nouveau fichier.</translation>
    </message>
    <message>
        <source>What was there before is kept as {path}</source>
        <translation>Le fichier précédent est conservé sous {path}</translation>
    </message>
    <message>
        <source>Renewed, left alone by hand: {count}</source>
        <translation>Renouvelés, non modifiés à la main&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Paragraphs and tables that are as before: {count}</source>
        <translation>Paragraphes et tableaux restés comme avant&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Kept as changed by hand: {count}</source>
        <translation>Gardés tels que modifiés à la main&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Kept as changed by hand, though the session has changed since: {count}</source>
        <translation>Gardés tels que modifiés à la main, bien que la session ait changé depuis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Deleted by hand, not brought back: {count}</source>
        <translation>Supprimés à la main, non rétablis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>New: {count}</source>
        <translation>Nouveaux&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Taken out, no longer in the session: {count}</source>
        <translation>Retirés, absents désormais de la session&#xa0;: {count}</translation>
    </message>
    <message>
        <source>may be more than one delegation: {value}</source>
        <translation>peut désigner plusieurs délégations&#xa0;: {value}</translation>
    </message>
    <message>
        <source>the spreadsheet has an error here: {value}</source>
        <translation>le tableur a une erreur ici&#xa0;: {value}</translation>
    </message>
    <message>
        <source>is marked as withdrawn: {value}</source>
        <translation>est marquée comme retirée&#xa0;: {value}</translation>
    </message>
    <message>
        <source>is hidden in the sheet, or filtered out</source>
        <translation>est masquée dans la feuille, ou filtrée</translation>
    </message>
    <message>
        <source>is struck through</source>
        <translation>est barrée</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissée de côté</translation>
    </message>
    <message>
        <source>delegation taken from the row above: {value}</source>
        <translation>délégation reprise de la ligne au-dessus&#xa0;: {value}</translation>
    </message>
    <message>
        <source>may have the family name first, kept as written: {value}</source>
        <translation>le nom de famille vient peut-être en premier, laissé tel quel&#xa0;: {value}</translation>
    </message>
    <message>
        <source>no category that is known, kept as the function: {value}</source>
        <translation>catégorie inconnue, gardée comme fonction&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Passed over, for it names nobody: line {value}</source>
        <translation>Passée, car elle ne nomme personne&#xa0;: ligne {value}</translation>
    </message>
    <message>
        <source>This column is hidden in the sheet and was read: {value}</source>
        <translation>Cette colonne est masquée dans la feuille et a été lue&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Not read, for it stands far from the list: cell {value}</source>
        <translation>Non lue, car loin de la liste&#xa0;: cellule {value}</translation>
    </message>
    <message>
        <source>Names written in capitals that are now written small: {value}</source>
        <translation>Noms en capitales désormais en minuscules&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Column not used: {value}</source>
        <translation>Colonne non utilisée&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Read from the sheet or table: {value}</source>
        <translation>Lu dans la feuille ou le tableau&#xa0;: {value}</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>un PDF</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>a web page (HTML), whatever its name says</source>
        <translation>une page web (HTML), quoi que dise son nom</translation>
    </message>
    <message>
        <source>a web page (MHTML), whatever its name says</source>
        <translation>une page web (MHTML), quoi que dise son nom</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>un fichier XML</translation>
    </message>
    <message>
        <source>an XML spreadsheet of 2003</source>
        <translation>un tableur XML de 2003</translation>
    </message>
    <message>
        <source>a document in RTF</source>
        <translation>un document RTF</translation>
    </message>
    <message>
        <source>an old Word document (.doc)</source>
        <translation>un ancien document Word (.doc)</translation>
    </message>
    <message>
        <source>an OpenDocument text (.odt)</source>
        <translation>un texte OpenDocument (.odt)</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>une présentation</translation>
    </message>
    <message>
        <source>a presentation of Apple Keynote</source>
        <translation>une présentation Apple Keynote</translation>
    </message>
    <message>
        <source>a spreadsheet of Apple Numbers</source>
        <translation>un tableur Apple Numbers</translation>
    </message>
    <message>
        <source>a document of Apple Pages</source>
        <translation>un document Apple Pages</translation>
    </message>
    <message>
        <source>an archive (zip or the like)</source>
        <translation>une archive (zip ou semblable)</translation>
    </message>
    <message>
        <source>an old file of Microsoft Office or of Outlook</source>
        <translation>un ancien fichier de Microsoft Office ou d’Outlook</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>une base de données</translation>
    </message>
    <message>
        <source>a file of another kind ({kind})</source>
        <translation>un fichier d’un autre type ({kind})</translation>
    </message>
    <message>
        <source>This is {found}. Wanted is a speakers list: save it as XLSX or CSV, or as a Word file with a table.</source>
        <translation>C’est {found}. Il faut une liste des orateurs&#xa0;: enregistrez-la en XLSX ou en CSV, ou en fichier Word avec un tableau.</translation>
    </message>
    <message>
        <source>There is no such sheet; there are: {found}.</source>
        <translation>Cette feuille n’existe pas&#xa0;; il y a&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is no table in this document; a speakers list has one, with headings for delegation and name.</source>
        <translation>Ce document n’a pas de tableau&#xa0;; une liste des orateurs en a un, avec des titres pour la délégation et le nom.</translation>
    </message>
    <message>
        <source>Several sheets are lists; say which: {found}.</source>
        <translation>Plusieurs feuilles sont des listes&#xa0;; dites laquelle&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>day first or month first: {value}</source>
        <translation>jour ou mois d’abord&#xa0;: {value}</translation>
    </message>
    <message>
        <source>names nobody; write the name</source>
        <translation>ne nomme personne&#xa0;; écrivez le nom</translation>
    </message>
    <message>
        <source>Without names, but what was typed names a delegation or a person in {count} places:</source>
        <translation>Sans noms, mais ce qui a été saisi nomme une délégation ou une personne à {count} endroits&#xa0;:</translation>
    </message>
    <message>
        <source>The file is encrypted; if it opens elsewhere without a password, print it there to a new PDF.</source>
        <translation>Le fichier est chiffré&#xa0;; s’il s’ouvre ailleurs sans mot de passe, imprimez-le là dans un nouveau PDF.</translation>
    </message>
    <message>
        <source>This cannot be done now: {act}.</source>
        <translation>Impossible pour le moment&#xa0;: {act}.</translation>
    </message>
    <message>
        <source>No sitting is open: Ctrl+Shift+O opens one.</source>
        <translation>Aucune séance n’est ouverte&#xa0;: Ctrl+Maj+O en ouvre une.</translation>
    </message>
    <message>
        <source>The template attached to the template was left out.</source>
        <translation>Le modèle attaché au modèle n’a pas été repris.</translation>
    </message>
    <message>
        <source>Pictures in the body of the template were left out; those of its header and footer stay.</source>
        <translation>Les images du corps du modèle n’ont pas été reprises&#xa0;; celles de l’en-tête et du pied de page restent.</translation>
    </message>
    <message>
        <source>The template has several columns; the report has one.</source>
        <translation>Le modèle a plusieurs colonnes&#xa0;; le compte rendu en a une.</translation>
    </message>
    <message>
        <source>The template has upright and wide pages; the report has its last page throughout.</source>
        <translation>Le modèle a des pages en portrait et en paysage&#xa0;; le compte rendu suit partout la dernière.</translation>
    </message>
    <message>
        <source>names more than one person: {value}</source>
        <translation>désigne plusieurs personnes&#xa0;: {value}</translation>
    </message>
    <message>
        <source>part of the name may stand in another column: {value}</source>
        <translation>une partie du nom se trouve peut-être dans une autre colonne&#xa0;: {value}</translation>
    </message>
    <message>
        <source>only one name; first or family name is blank: {value}</source>
        <translation>un seul nom&#xa0;; le prénom ou le nom de famille manque&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Not read, for it has no heading: column number {value}</source>
        <translation>Non lue, faute d’en-tête&#xa0;: colonne n° {value}</translation>
    </message>
</context>
</TS>
