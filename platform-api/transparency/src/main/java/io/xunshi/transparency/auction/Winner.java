package io.xunshi.transparency.auction;

/** Who has won how much, grams or pieces, at which price, fen per unit. */
public record Winner(long paddle, long quantity, long priceFen) {}
