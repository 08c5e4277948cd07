/** What must still be there when the power has gone. */
package se.gits.costshare.durable;
