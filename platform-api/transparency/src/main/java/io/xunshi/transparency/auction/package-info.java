/**
 * The rules of auctions once more, written for this verifier alone: from the public record of an auction to who has won
 * what. Shares no code with what holds auctions.
 */
@NullMarked
package io.xunshi.transparency.auction;

import org.jspecify.annotations.NullMarked;
