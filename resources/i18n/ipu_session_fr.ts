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
        <source>Point of order</source>
        <translation>Motion d’ordre</translation>
    </message>
    <message>
        <source>Point of order noted</source>
        <translation>Motion d’ordre : prise en note</translation>
    </message>
    <message>
        <source>Point of order upheld</source>
        <translation>Motion d’ordre : accueillie</translation>
    </message>
    <message>
        <source>Point of order dismissed</source>
        <translation>Motion d’ordre : rejetée</translation>
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
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Debate</source>
        <translation>&amp;Débat</translation>
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
        <source>Export the report</source>
        <translation>Exporter le compte rendu</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>Write the day as 2022-03-21</source>
        <translation>Écrivez le jour sous la forme 2022-03-21</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Open a session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Sessions (*.ipusession)</source>
        <translation>Sessions (*.ipusession)</translation>
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
        <source>Text of the concept note</source>
        <translation>Texte de la note conceptuelle</translation>
    </message>
    <message>
        <source>Co-Rapporteur</source>
        <translation>Co-rapporteur</translation>
    </message>
</context>
<context>
    <name>DurationLine</name>
    <message>
        <source>Write 3, 3:00, 180s or 1h05</source>
        <translation>Écrivez 3, 3:00, 180s ou 1h05</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Language of the report</source>
        <translation>Langue du compte rendu</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>Exporter le compte rendu…</translation>
    </message>
    <message>
        <source>Word document (Ctrl+E)</source>
        <translation>Document Word (Ctrl+E)</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Report in</source>
        <translation>Compte rendu en</translation>
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
        <source>Other forms</source>
        <translation>Autres formes</translation>
    </message>
    <message>
        <source>Speakers, interventions and notes as tables</source>
        <translation>Orateurs, interventions et notes en tableaux</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Classeur (XLSX)</translation>
    </message>
    <message>
        <source>Interventions (CSV)</source>
        <translation>Interventions (CSV)</translation>
    </message>
    <message>
        <source>Everything (JSON)</source>
        <translation>Tout (JSON)</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
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
</context>
<context>
    <name>Header</name>
    <message>
        <source>Untitled session</source>
        <translation>Session sans titre</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>enregistré</translation>
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
    <name>KeysPage</name>
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
    <name>MainWindow</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Session sans titre</translation>
    </message>
    <message>
        <source>EXAMPLE</source>
        <translation>EXEMPLE</translation>
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
        <translation>Nouvelle session : la note conceptuelle</translation>
    </message>
    <message>
        <source>The title, the themes and the dates are read from it. You look them over next.</source>
        <translation>Le titre, les thèmes et les dates y sont lus. Vous les vérifiez ensuite.</translation>
    </message>
    <message>
        <source>Go on without a concept note</source>
        <translation>Continuer sans note conceptuelle</translation>
    </message>
    <message>
        <source>New session: what was understood</source>
        <translation>Nouvelle session : ce qui a été compris</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>NotePreview</name>
    <message>
        <source>Found in the concept note</source>
        <translation>Trouvé dans la note conceptuelle</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
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
        <translation>Texte de la note conceptuelle</translation>
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
        <source>Read the text</source>
        <translation>Lire le texte</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Concept notes (*.docx *.pdf *.txt);;All files (*)</source>
        <translation>Notes conceptuelles (*.docx *.pdf *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Concept note</source>
        <translation>Note conceptuelle</translation>
    </message>
    <message>
        <source>or drop it here: Word, PDF or plain text</source>
        <translation>ou déposez-le ici : Word, PDF ou texte simple</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find an action by its name</source>
        <translation>Trouver une action par son nom</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Actions trouvées</translation>
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
        <translation>Aucun thème n’a été trouvé dans la note ; écrivez-les ci-dessous.</translation>
    </message>
    <message>
        <source>The note names no title; write it below.</source>
        <translation>La note ne donne pas de titre ; écrivez-le ci-dessous.</translation>
    </message>
    <message>
        <source>The note names no day for written contributions.</source>
        <translation>La note ne donne pas de date pour les contributions écrites.</translation>
    </message>
    <message>
        <source>Please check this in the note: {code}.</source>
        <translation>Veuillez vérifier ceci dans la note : {code}.</translation>
    </message>
    <message>
        <source>no such delegation: {value}</source>
        <translation>délégation inconnue : {value}</translation>
    </message>
    <message>
        <source>could be several delegations: {value}</source>
        <translation>plusieurs délégations possibles : {value}</translation>
    </message>
    <message>
        <source>neither a name nor a delegation</source>
        <translation>ni nom ni délégation</translation>
    </message>
    <message>
        <source>stands in this list already: {value}</source>
        <translation>figure déjà dans cette liste : {value}</translation>
    </message>
    <message>
        <source>not understood ({code}): {value}</source>
        <translation>non compris ({code}) : {value}</translation>
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
        <translation>Jeune : moins de</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>written</source>
        <translation>écrite</translation>
    </message>
    <message>
        <source>Notes without a theme</source>
        <translation>Notes sans thème</translation>
    </message>
    <message>
        <source>not for the report</source>
        <translation>pas pour le compte rendu</translation>
    </message>
</context>
<context>
    <name>ReportWorkspace</name>
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
        <source>Synthesis</source>
        <translation>Synthèse</translation>
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
        <source>Write the synthesis</source>
        <translation>Écrire la synthèse</translation>
    </message>
    <message>
        <source>Put into the synthesis</source>
        <translation>Mettre dans la synthèse</translation>
    </message>
    <message>
        <source>For the report or not</source>
        <translation>Pour le compte rendu ou non</translation>
    </message>
    <message>
        <source>Enter puts a note into the synthesis; Ctrl+R keeps it out of the report.</source>
        <translation>Entrée met une note dans la synthèse ; Ctrl+R la tient hors du compte rendu.</translation>
    </message>
</context>
<context>
    <name>SessionChoices</name>
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
        <translation>Annuler : {act}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>Rétablir : {act}</translation>
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
</context>
<context>
    <name>StartPage</name>
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
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
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
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
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
        <translation>à partir d’une note conceptuelle, ou sans</translation>
    </message>
    <message>
        <source>a session kept on this machine</source>
        <translation>une session gardée sur cette machine</translation>
    </message>
    <message>
        <source>a finished debate to look around in; nothing real in it</source>
        <translation>un débat achevé, pour s’y promener ; rien n’y est réel</translation>
    </message>
    <message>
        <source>None yet. The sessions you open will stand here.</source>
        <translation>Aucune pour le moment. Les sessions que vous ouvrez figureront ici.</translation>
    </message>
</context>
<context>
    <name>Synthesis</name>
    <message>
        <source>Synthesis of the theme</source>
        <translation>Synthèse du thème</translation>
    </message>
    <message>
        <source>What the debate said on this theme. An empty line begins a new paragraph.</source>
        <translation>Ce que le débat a dit sur ce thème. Une ligne vide commence un nouveau paragraphe.</translation>
    </message>
    <message>
        <source>Synthesis</source>
        <translation>Synthèse</translation>
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
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Join to the one above</source>
        <translation>Joindre au précédent</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>Couper au curseur</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the title</source>
        <translation>Ctrl+Entrée dans le titre</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Bas</translation>
    </message>
    <message>
        <source>Add a theme</source>
        <translation>Ajouter un thème</translation>
    </message>
    <message>
        <source>Remove the theme</source>
        <translation>Retirer le thème</translation>
    </message>
    <message>
        <source>Join to the theme above</source>
        <translation>Joindre au thème précédent</translation>
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
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Write the time as 12:30</source>
        <translation>Écrivez l’heure sous la forme 12:30</translation>
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
        <translation>La liste est close ; rouvrez-la pour inscrire un nom.</translation>
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
        <translation>Une motion d’ordre est en cours ; tranchez-la d’abord.</translation>
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
        <source>The sitting is open already.</source>
        <translation>La séance est déjà ouverte.</translation>
    </message>
    <message>
        <source>No sitting is open.</source>
        <translation>Aucune séance n’est ouverte.</translation>
    </message>
    <message>
        <source>The sitting is suspended; resume it first (F12).</source>
        <translation>La séance est suspendue ; reprenez-la d’abord (F12).</translation>
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
        <source>Notes or requests belong to this theme; it stays.</source>
        <translation>Des notes ou des demandes relèvent de ce thème ; il reste.</translation>
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
        <source>could not be read or written.</source>
        <translation>n’a pas pu être lu ou écrit.</translation>
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
        <source>theme's title</source>
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
        <source>delegate's entry</source>
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
        <source>undo</source>
        <translation>annulation</translation>
    </message>
</context>
</TS>
