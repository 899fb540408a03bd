"""The Prepare workspace: concept note, delegations, speakers, themes and rules."""
