//! A disk that fails, fills up, hangs or loses its power, and others that change what is on it: what
//! was shown as saved is found again, and what is not saved says so until it is.

mod calls;
mod full;
mod kills;
mod links;
mod moved;
mod power;
mod refused;
mod waiting;
