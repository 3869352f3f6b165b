-- Nobody has proved the address of somebody who was made an account and has not chosen a password yet. Those who signed in
-- before stay as they are: nobody is asked for a code that was not needed when they began.
UPDATE accounts SET unproved = 1 WHERE id IN (SELECT account_id FROM invitations);
