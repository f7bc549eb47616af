//! Nothing runs after its page is gone: neither what the browser tells an element that is taken away, nor what a
//! message offers once its page has been left.

mod focus;
mod messages;
