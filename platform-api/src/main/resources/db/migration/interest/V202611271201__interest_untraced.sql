-- Who does not want the home feed to be made of what they looked at and bought (PIPL art. 24).
create table interest.untraced (
    account uuid primary key
);
