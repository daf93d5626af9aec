/**
 * How a price is made, without asking anybody. All prices are fen per unit: per tonne of what is weighed (元/吨), per
 * piece of what is counted. All quantities are grams or pieces, all sums of money fen; bidders are paddle numbers (号牌),
 * which say nothing about who they are.
 */
@NullMarked
package io.xunshi.platform.auction.domain;

import org.jspecify.annotations.NullMarked;
